#pragma warning disable CS9113 // the bodies follow
using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>Makes password certificates: RSA, self-signed, for document encryption, exportable.</summary>
public sealed class CertificateFactory(CertificateStores stores, TimeProvider time)
{
    /// <summary>Makes a certificate and keeps it, with its key, in the store named.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateOptionOutOfRange"/> (every option that is), <see cref="SecretErrors.CertificateStoreDenied"/>.
    /// </exception>
    public PasswordCertificate Create(NewCertificateOptions options) => throw new NotImplementedException();
}
