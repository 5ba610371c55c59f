using System.Collections.Concurrent;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>
/// Opens the certificates of stored secrets, each once per command, and protects and decrypts with them. Thread-safe. A removed
/// certificate is noticed by the next command.
/// </summary>
/// <param name="state">A snapshot of the store with certificate and secrets.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateVault(StoredState state, CertificateFinder finder, AccessGuard guard, TimeProvider clock) : IDisposable
{
    private readonly StoredSecrets _stored = new(state);
    private readonly ConcurrentDictionary<GuardedOperation, bool> _allowed = new();
    private readonly ConcurrentDictionary<string, Lazy<CertificateLookup>> _lookups = new(StringComparer.Ordinal);

    /// <summary>Opens the chosen certificate.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateNotChosen"/> or <see cref="SecretErrors.CertificateMissing"/>.
    /// </exception>
    public PasswordCertificate OpenChosen(CertificateReference? chosen) =>
        Open(chosen ?? throw SecretErrors.CertificateNotChosen.Error("certificate"));

    /// <summary>Returns whether the certificate is on this system and readable, regardless of its key.</summary>
    public bool IsAvailable(CertificateReference reference) => Look(reference).Certificate is not null;

    /// <summary>
    /// Decrypts a stored secret. If its certificate is missing, tries the chosen one, which works if it is a renewal with the
    /// same key. The caller disposes the result.
    /// </summary>
    /// <param name="secret">The secret.</param>
    /// <param name="purpose">Its purpose.</param>
    /// <param name="operation">The operation that needs the secret; its right is checked first, once per command.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="AccessErrors.RightMissing"/>, or errors of <see cref="SecretErrors"/>.
    /// </exception>
    public SecretText Unprotect(StoredSecret secret, SecretPurpose purpose, GuardedOperation operation)
    {
        _allowed.GetOrAdd(operation, Allow);
        if (secret.Thumbprint is { } thumbprint && state.Certificate is { } chosen
            && Look(Known(thumbprint, secret)).Certificate is null && Look(chosen).Certificate is { } renewed)
        {
            try
            {
                return SecretProtector.Unprotect(renewed, purpose, secret.ProtectedText);
            }
            catch (EmailSettingsException e) when (e.Code == SecretErrors.ProtectedForOtherCertificate
                || e.Code == SecretErrors.CertificateKeyMissing || e.Code == SecretErrors.CertificateKeyUnusable)
            {
                // Not a usable renewal: the error below names the missing certificate.
            }
        }
        return SecretProtector.Unprotect(OpenFor(secret), purpose, secret.ProtectedText);
    }

    /// <summary>
    /// Decrypts a stored secret, including an outgoing one that an earlier version protected without a target. The caller
    /// disposes the text.
    /// </summary>
    /// <inheritdoc cref="Unprotect"/>
    public (SecretText Text, bool IsBound) UnprotectEarlier(StoredSecret secret, SecretPurpose purpose, GuardedOperation operation)
    {
        try
        {
            return (Unprotect(secret, purpose, operation), true);
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.SecretWithoutTarget)
        {
            return (Unprotect(secret, purpose.WithoutTarget, operation), false);
        }
    }

    /// <summary>Protects a text with the chosen certificate.</summary>
    public StoredSecret Protect(CertificateReference? chosen, SecretKey key, SecretPurpose purpose, SecretText text)
    {
        var certificate = OpenChosen(chosen);
        return new StoredSecret(key, SecretProtector.Protect(certificate, purpose, text), certificate.Info.Thumbprint, clock.GetUtcNow());
    }

    /// <summary>
    /// Returns the certificate of a protected text if the store knows it and it is on this system; otherwise null.
    /// </summary>
    public PasswordCertificate? FindFor(string protectedText, CertificateReference? chosen) => FindFor(SecretProtector.RecipientOf(protectedText), chosen);

    /// <inheritdoc cref="FindFor(string, CertificateReference?)"/>
    // An unreadable one must not prevent the others from being found.
    public PasswordCertificate? FindFor(SecretRecipient recipient, CertificateReference? chosen) => state.KnownCertificates.Prepend(chosen).OfType<CertificateReference>()
        .Select(reference => Look(reference).Certificate).FirstOrDefault(certificate => certificate is not null && recipient.Names(certificate.Info));

    /// <summary>Returns the certificate of a stored secret; null if it is missing or unreadable.</summary>
    public PasswordCertificate? FindFor(StoredSecret secret)
    {
        try
        {
            return secret.Thumbprint is { } thumbprint
                ? Look(Known(thumbprint, secret)).Certificate
                : FindFor(secret.ProtectedText, state.Certificate);
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.ProtectedTextInvalid)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var lookup in _lookups.Values.Where(lookup => lookup.IsValueCreated)) lookup.Value.Certificate?.Dispose();
    }

    private bool Allow(GuardedOperation operation)
    {
        guard.Require(state.Access, operation);
        return true;
    }

    private PasswordCertificate OpenFor(StoredSecret secret) => secret.Thumbprint is { } thumbprint
        ? Open(Known(thumbprint, secret))
        : FindFor(secret.ProtectedText, state.Certificate)
            ?? throw SecretErrors.ProtectedForOtherCertificate.Error(secret.Key.ToString(), SecretProtector.RecipientOf(secret.ProtectedText));

    private PasswordCertificate Open(CertificateReference reference)
    {
        var lookup = Look(reference);
        if (lookup.Refusal is { } refusal) throw new EmailSettingsException(refusal.Faults, refusal);
        return lookup.Certificate ?? throw new EmailSettingsException([reference.Missing(_stored.ToReEnter(reference.Thumbprint))]);
    }

    // A certificate never chosen on this host is described by the protected text.
    private CertificateReference Known(string thumbprint, StoredSecret secret) =>
        state.KnownCertificates.Prepend(state.Certificate).FirstOrDefault(known => known?.Thumbprint == thumbprint)
        ?? new CertificateReference(thumbprint, SecretProtector.RecipientOf(secret.ProtectedText).ToString(), CertificateLocation.CurrentUser);

    private CertificateLookup Look(CertificateReference reference) =>
        _lookups.GetOrAdd(reference.Thumbprint, _ => new Lazy<CertificateLookup>(() => LookUp(reference))).Value;

    private CertificateLookup LookUp(CertificateReference reference)
    {
        try
        {
            return new CertificateLookup(finder.Find(reference), null);
        }
        catch (EmailSettingsException refusal)
        {
            return new CertificateLookup(null, refusal);
        }
    }

    /// <summary>The result of a lookup: the certificate, why it cannot be used, or neither if it is missing.</summary>
    private sealed record CertificateLookup(PasswordCertificate? Certificate, EmailSettingsException? Refusal);
}
