using EmailSettings.Core.Errors;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>
/// Opens the certificates that stored secrets name, each once for the length of one command, and protects and opens with
/// them. A removed certificate is noticed by the next command.
/// </summary>
/// <param name="state">A reading of the store with certificate and secrets.</param>
/// <param name="finder">Looks certificates up.</param>
/// <param name="clock">Says when.</param>
internal sealed class CertificateVault(StoredState state, CertificateFinder finder, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<string, PasswordCertificate?> _opened = new(StringComparer.Ordinal);

    /// <summary>The chosen certificate.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateNotChosen"/> or <see cref="SecretErrors.CertificateMissing"/>.</exception>
    public PasswordCertificate OpenChosen(CertificateReference? chosen) =>
        Open(chosen ?? throw SecretErrors.CertificateNotChosen.Error("certificate"));

    /// <summary>The certificate of that thumbprint, which the store remembers or the certificate stores hold.</summary>
    public PasswordCertificate Open(string thumbprint) => Open(Known(thumbprint));

    /// <summary>Looks up what the secrets need, so that several threads can then open them at once.</summary>
    public void OpenAll(IEnumerable<StoredSecret> secrets)
    {
        foreach (var thumbprint in secrets.Select(secret => secret.Thumbprint).OfType<string>().Distinct(StringComparer.Ordinal)) Find(Known(thumbprint));
        foreach (var known in state.KnownCertificates) Find(known);
        if (state.Certificate is { } chosen) Find(chosen);
    }

    /// <summary>
    /// Opens a stored secret. Where its certificate is gone, the chosen one is tried, which opens it if it is a renewal
    /// with the same key. The caller disposes the result.
    /// </summary>
    public SecretText Unprotect(StoredSecret secret, SecretPurpose purpose)
    {
        if (secret.Thumbprint is { } thumbprint && Find(Known(thumbprint)) is null && state.Certificate is { } chosen && Find(chosen) is { } renewed)
        {
            try
            {
                return SecretProtector.Unprotect(renewed, purpose, secret.ProtectedText);
            }
            catch (EmailSettingsException e) when (e.Code == SecretErrors.ProtectedForOtherCertificate)
            {
                // Not a renewal: the error below names the certificate that is gone.
            }
        }
        return SecretProtector.Unprotect(OpenFor(secret), purpose, secret.ProtectedText);
    }

    /// <summary>Protects a text with the chosen certificate.</summary>
    public StoredSecret Protect(CertificateReference? chosen, SecretKey key, SecretPurpose purpose, SecretText text)
    {
        var certificate = OpenChosen(chosen);
        return new StoredSecret(key, SecretProtector.Protect(certificate, purpose, text), certificate.Info.Thumbprint, clock.GetUtcNow());
    }

    /// <summary>The certificate a protected text names, if it is one the store knows; null otherwise.</summary>
    public PasswordCertificate? FindFor(string protectedText, CertificateReference? chosen)
    {
        var recipient = SecretProtector.RecipientOf(protectedText);
        foreach (var reference in state.KnownCertificates.Prepend(chosen).OfType<CertificateReference>())
        {
            if (Find(reference) is { } certificate && certificate.Info.Issuer == recipient.Issuer && certificate.Info.SerialNumber == recipient.SerialNumber)
                return certificate;
        }
        return null;
    }

    /// <summary>The certificate that a stored secret names; null if it is not here or cannot be used.</summary>
    public PasswordCertificate? FindFor(StoredSecret secret)
    {
        try
        {
            return secret.Thumbprint is { } thumbprint ? Find(Known(thumbprint)) : FindFor(secret.ProtectedText, state.Certificate);
        }
        catch (EmailSettingsException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var certificate in _opened.Values) certificate?.Dispose();
    }

    private PasswordCertificate OpenFor(StoredSecret secret) => secret.Thumbprint is { } thumbprint
        ? Open(thumbprint)
        : FindFor(secret.ProtectedText, state.Certificate)
            ?? throw SecretErrors.ProtectedForOtherCertificate.Error(secret.Key.ToString(), SecretProtector.RecipientOf(secret.ProtectedText));

    private PasswordCertificate Open(CertificateReference reference) =>
        Find(reference) ?? throw new EmailSettingsException([reference.Missing(StoredSecrets.ToReEnter(state, reference.Thumbprint))]);

    private CertificateReference Known(string thumbprint) => state.KnownCertificates.FirstOrDefault(known => known.Thumbprint == thumbprint)
        ?? new CertificateReference(thumbprint, "subject unknown", CertificateLocation.CurrentUser);

    private PasswordCertificate? Find(CertificateReference reference)
    {
        if (_opened.TryGetValue(reference.Thumbprint, out var opened)) return opened;
        return _opened[reference.Thumbprint] = finder.Find(reference);
    }
}
