using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>Writes certificates to files, for other hosts. Files with a key are readable by their owner alone from the moment they exist.</summary>
public static class CertificateExport
{
    /// <summary>Writes the public part as DER, to be given to whoever protects texts for this system.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.ExportFileExists"/>, <see cref="SecretErrors.ExportFileNotWritable"/>.
    /// </exception>
    public static void ToCer(PasswordCertificate certificate, string path, bool overwrite = false) => throw new NotImplementedException();

    /// <summary>Writes certificate and key as PFX: AES-256, PBKDF2 with SHA-256 and 200 000 rounds.</summary>
    /// <exception cref="EmailSettingsException">
    /// As <see cref="ToCer"/>; <see cref="SecretErrors.ExportPassphraseMissing"/>, <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateKeyNotExportable"/>, <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static void ToPfx(PasswordCertificate certificate, string path, SecretText? passphrase, bool overwrite = false) => throw new NotImplementedException();

    /// <summary>Writes certificate and unencrypted key as two PEM files, for containers and openssl.</summary>
    /// <exception cref="EmailSettingsException">As <see cref="ToPfx"/>.</exception>
    public static void ToPem(PasswordCertificate certificate, string path, string keyPath, bool overwrite = false) => throw new NotImplementedException();
}
