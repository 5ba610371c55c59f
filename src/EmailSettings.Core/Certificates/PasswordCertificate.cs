using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>
/// An open password certificate whose keys are opened once and used for every secret. Thread-safe. Keep it for one command, not
/// for a session, so that a removed certificate is noticed.
/// </summary>
public sealed class PasswordCertificate : IDisposable
{
    /// <summary>The shortest RSA key accepted, in bits.</summary>
    public const int MinKeySize = 2048;

    // RSA objects are not thread-safe, so each thread borrows one.
    private readonly ConcurrentBag<RSA> _publicKeys = [];
    private readonly ConcurrentBag<RSA> _privateKeys = [];
    private readonly Lock _opening = new();

    /// <summary>Takes ownership of the certificate, which is disposed if it is refused.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateNotRsa"/> or <see cref="SecretErrors.CertificateKeyTooShort"/>.
    /// </exception>
    internal PasswordCertificate(X509Certificate2 certificate, CertificateLocation location)
    {
        Certificate = certificate;
        Info = PasswordCertificateInfo.Of(certificate, location);
        if (WhyUnsuitable(Info) is { } fault)
        {
            certificate.Dispose();
            throw new EmailSettingsException([fault]);
        }
    }

    /// <summary>Information about the certificate.</summary>
    public PasswordCertificateInfo Info { get; }

    /// <summary>The certificate itself, owned by this object.</summary>
    internal X509Certificate2 Certificate { get; }

    /// <summary>The account that needs access to the key, as <c>HOST\user</c> or <c>DOMAIN\user</c>.</summary>
    internal static string Account => $@"{Environment.UserDomainName}\{Environment.UserName}";

    /// <summary>Opens a public certificate (<c>.cer</c>, DER or PEM), to protect texts for another system.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateFileInvalid"/>, <see cref="SecretErrors.CertificateNotRsa"/>,
    /// <see cref="SecretErrors.CertificateKeyTooShort"/>.
    /// </exception>
    public static PasswordCertificate FromPublicFile(string path) =>
        new(CertificateFile.ReadPublic(path), CertificateLocation.InFile(path));

    /// <summary>Verifies by a round trip that this account can use the private key.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateKeyMissing"/> or <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public void VerifyKey()
    {
        var sample = RandomNumberGenerator.GetBytes(32);
        try
        {
            var encrypted = WithPublicKey(key => key.Encrypt(sample, RSAEncryptionPadding.OaepSHA256));
            var opened = WithKey(key => key.Decrypt(encrypted, RSAEncryptionPadding.OaepSHA256));
            if (!opened.AsSpan().SequenceEqual(sample)) throw Unusable("the private key does not belong to the certificate", null);
        }
        catch (CryptographicException error)
        {
            throw Unusable(error.Message, error);
        }
    }

    /// <summary>Runs a function with exclusive use of a private key.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateKeyMissing"/> or <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    internal T WithKey<T>(Func<RSA, T> use) => With(_privateKeys, OpenPrivateKey, use);

    /// <summary>Runs a function with exclusive use of a public key.</summary>
    internal T WithPublicKey<T>(Func<RSA, T> use) => With(_publicKeys, () => Certificate.GetRSAPublicKey()!, use);

    /// <summary>Returns why a certificate is unsuitable, without using its key; null if it is suitable.</summary>
    internal static Finding? WhyUnsuitable(PasswordCertificateInfo info)
    {
        if (info.KeySize == 0) return SecretErrors.CertificateNotRsa.At("certificate", info.Thumbprint, detail: info.KeyAlgorithm);
        return info.KeySize < MinKeySize
            ? SecretErrors.CertificateKeyTooShort.At("certificate", info.Thumbprint,
                MinKeySize.ToString(CultureInfo.InvariantCulture), info.KeySize.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Closes the keys and the certificate.</summary>
    public void Dispose()
    {
        foreach (var key in _publicKeys.Concat(_privateKeys)) key.Dispose();
        Certificate.Dispose();
    }

    private T With<T>(ConcurrentBag<RSA> keys, Func<RSA> open, Func<RSA, T> use)
    {
        if (!keys.TryTake(out var key))
        {
            lock (_opening) key = open();
        }
        try
        {
            return use(key);
        }
        finally
        {
            keys.Add(key);
        }
    }

    private RSA OpenPrivateKey()
    {
        try
        {
            return Certificate.GetRSAPrivateKey() ?? throw SecretErrors.CertificateKeyMissing.Error("certificate", Info.Thumbprint);
        }
        catch (CryptographicException error)
        {
            throw Unusable(error.Message, error);
        }
    }

    private EmailSettingsException Unusable(string reason, Exception? inner) =>
        SecretErrors.CertificateKeyUnusable.Error("certificate", Info.Thumbprint, Account, reason, inner);
}
