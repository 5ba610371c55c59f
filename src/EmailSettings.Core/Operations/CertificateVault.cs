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
    public PasswordCertificate Open(string thumbprint) => Open(
        state.KnownCertificates.FirstOrDefault(known => known.Thumbprint == thumbprint)
        ?? new CertificateReference(thumbprint, "subject unknown", CertificateLocation.CurrentUser));

    /// <summary>Opens a stored secret. The caller disposes the result.</summary>
    public SecretText Unprotect(StoredSecret secret, SecretPurpose purpose) =>
        SecretProtector.Unprotect(OpenFor(secret), purpose, secret.ProtectedText);

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

    private PasswordCertificate? Find(CertificateReference reference)
    {
        if (!_opened.TryGetValue(reference.Thumbprint, out var certificate))
            _opened[reference.Thumbprint] = certificate = finder.Find(reference);
        return certificate;
    }
}
