using System.Collections.Concurrent;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>
/// Opens the certificates that stored secrets name, each once for the length of one command, and protects and opens with
/// them. Safe for use by several threads. A removed certificate is noticed by the next command.
/// </summary>
/// <param name="state">A reading of the store with certificate and secrets.</param>
/// <param name="finder">Looks certificates up.</param>
/// <param name="guard">Asks for rights.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateVault(StoredState state, CertificateFinder finder, AccessGuard guard, TimeProvider clock) : IDisposable
{
    private readonly StoredSecrets _stored = new(state);
    private readonly ConcurrentDictionary<GuardedOperation, bool> _allowed = new();
    private readonly ConcurrentDictionary<string, Lazy<CertificateLookup>> _lookups = new(StringComparer.Ordinal);

    /// <summary>The chosen certificate.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateNotChosen"/> or
    /// <see cref="SecretErrors.CertificateMissing"/>.</exception>
    public PasswordCertificate OpenChosen(CertificateReference? chosen) =>
        Open(chosen ?? throw SecretErrors.CertificateNotChosen.Error("certificate"));

    /// <summary>True if the certificate is here and its files can be read; that says nothing of its key.</summary>
    public bool IsHere(CertificateReference reference) => Look(reference).Certificate is not null;

    /// <summary>
    /// Opens a stored secret. Where its certificate is gone, the chosen one is tried, which opens it if it is a renewal
    /// with the same key. The caller disposes the result.
    /// </summary>
    /// <param name="secret">The secret.</param>
    /// <param name="purpose">What it was protected for.</param>
    /// <param name="operation">What it is opened for: the right of that is asked for first, once for the length of the
    /// command.</param>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>, or errors of
    /// <see cref="SecretErrors"/>.</exception>
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
                // Not a renewal, or none that can be used: the error below names the certificate that is gone.
            }
        }
        return SecretProtector.Unprotect(OpenFor(secret), purpose, secret.ProtectedText);
    }

    /// <summary>
    /// Opens a stored secret, also an outgoing one that an earlier version protected without a target. The caller disposes the
    /// text.
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

    /// <summary>The certificate a protected text names, if it is one the store knows and it is here; null otherwise.</summary>
    public PasswordCertificate? FindFor(string protectedText, CertificateReference? chosen) => FindFor(SecretProtector.RecipientOf(protectedText), chosen);

    /// <inheritdoc cref="FindFor(string, CertificateReference?)"/>
    // One that cannot be read any more does not keep the others from being found.
    public PasswordCertificate? FindFor(SecretRecipient recipient, CertificateReference? chosen) => state.KnownCertificates.Prepend(chosen).OfType<CertificateReference>()
        .Select(reference => Look(reference).Certificate).FirstOrDefault(certificate => certificate is not null && recipient.Names(certificate.Info));

    /// <summary>The certificate that a stored secret names; null if it is not here or cannot be read.</summary>
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

    // A certificate that was never chosen on this host is named by what the protected text says of it.
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

    /// <summary>What looking a certificate up gave: it, why it cannot be used, or neither where it is gone.</summary>
    private sealed record CertificateLookup(PasswordCertificate? Certificate, EmailSettingsException? Refusal);
}
