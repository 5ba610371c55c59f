using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// A password certificate, opened: its recipient entry and its private key are made once and used for every
/// secret. Safe for use by several threads at once. Hold it for one command, not for the life of a session, so that
/// a removed certificate is noticed.
/// </summary>
public sealed class PasswordCertificate : IDisposable
{
    /// <summary>Takes ownership of the certificate.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateNotRsa"/> or <see cref="SecretErrors.CertificateKeyTooShort"/>.
    /// </exception>
    internal PasswordCertificate(X509Certificate2 certificate, CertificateLocation location) => throw new NotImplementedException();

    /// <summary>The shortest RSA key accepted, in bits.</summary>
    public const int MinKeySize = 2048;

    /// <summary>What can be said about it.</summary>
    public PasswordCertificateInfo Info { get; }

    /// <summary>Proves by a round trip that this account can use the private key.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateKeyMissing"/> or <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public void ProveKey() => throw new NotImplementedException();

    /// <summary>Opens the public part of a certificate (<c>.cer</c>, DER or PEM), to protect texts for another system.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateFileInvalid"/> and as for opening.</exception>
    public static PasswordCertificate FromPublicFile(string path) => throw new NotImplementedException();

    /// <summary>Closes the key and the certificate.</summary>
    public void Dispose() => throw new NotImplementedException();
}
