#pragma warning disable CS9113 // the bodies follow
using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// Finds password certificates in the stores and in files. Dates never hide one.
/// </summary>
public sealed class CertificateFinder(CertificateStores stores)
{
    /// <summary>
    /// The remembered certificate: at its remembered place, then in <c>CurrentUser\My</c> and <c>LocalMachine\My</c>; a copy
    /// with its private key goes before one without. Null if it is gone, or a remembered file holds another one.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.KeyFileExposed"/>, <see cref="SecretErrors.CertificateFileInvalid"/>,
    /// <see cref="SecretErrors.CertificatePassphraseWrong"/>.
    /// </exception>
    public PasswordCertificate? Find(CertificateReference reference) => throw new NotImplementedException();

    /// <summary>The certificate in the stores that answers to a thumbprint, or to a subject that names exactly one.</summary>
    /// <param name="thumbprintOrSubject">
    /// A thumbprint as pasted, the whole distinguished name, or its common name; compared without regard to case.
    /// </param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateNotFound"/>, <see cref="SecretErrors.CertificateAmbiguous"/>,
    /// <see cref="SecretErrors.CertificateNotRsa"/>, <see cref="SecretErrors.CertificateKeyTooShort"/>.
    /// </exception>
    public PasswordCertificate Choose(string thumbprintOrSubject) => throw new NotImplementedException();

    /// <summary>
    /// The certificate in a file. A PFX with a passphrase is imported into <c>CurrentUser\My</c>, and the file is not needed
    /// any more; a PFX without one, or a PEM certificate with its key, is used in place.
    /// </summary>
    /// <param name="file">PFX, or PEM certificate.</param>
    /// <param name="keyFile">PEM key, where it is not in <paramref name="file"/>.</param>
    /// <param name="passphrase">Passphrase of the PFX; never kept.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateFileInvalid"/>, <see cref="SecretErrors.CertificatePassphraseWrong"/>,
    /// <see cref="SecretErrors.KeyFileExposed"/>, <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateNotRsa"/>, <see cref="SecretErrors.CertificateKeyTooShort"/>,
    /// <see cref="SecretErrors.CertificateStoreDenied"/>.
    /// </exception>
    public PasswordCertificate ChooseFile(string file, string? keyFile = null, SecretText? passphrase = null) => throw new NotImplementedException();

    /// <summary>Every certificate of the stores that could serve: RSA of at least 2048 bits with a private key.</summary>
    public IReadOnlyList<PasswordCertificateInfo> ListUsable() => throw new NotImplementedException();
}
