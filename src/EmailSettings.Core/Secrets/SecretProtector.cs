using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// Protects secrets as CMS EnvelopedData (RFC 5652) in PEM: AES-256-CBC, RSA-OAEP with SHA-256. The payload is one line,
/// <c>EmailSettings/1 PURPOSE SHA256</c>, and the text, so that openssl shows what it is.
/// </summary>
public static class SecretProtector
{
    /// <summary>Protects a text for a purpose.</summary>
    /// <returns>The text from <c>-----BEGIN CMS-----</c> to <c>-----END CMS-----</c>, lines ended by LF, none after the last.</returns>
    /// <exception cref="EmailSettingsException">What <see cref="SecretText.Check"/> refuses.</exception>
    public static string Protect(PasswordCertificate certificate, SecretPurpose purpose, SecretText text) => throw new NotImplementedException();

    /// <summary>Opens a protected text. The caller disposes the result.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.ProtectedTextInvalid"/>, <see cref="SecretErrors.ProtectedTextAltered"/>,
    /// <see cref="SecretErrors.ProtectedForOtherPurpose"/>, <see cref="SecretErrors.ProtectedForOtherCertificate"/>,
    /// <see cref="SecretErrors.CertificateKeyMissing"/>, <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static SecretText Unprotect(PasswordCertificate certificate, SecretPurpose purpose, string protectedText) => throw new NotImplementedException();

    /// <summary>The certificate a protected text needs; takes no key.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.ProtectedTextInvalid"/>.</exception>
    public static SecretRecipient RecipientOf(string protectedText) => throw new NotImplementedException();
}
