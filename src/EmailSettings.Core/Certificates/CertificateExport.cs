using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Certificates;

/// <summary>Exports certificates to files, for other hosts. The files are created with access only for their owner.</summary>
public static class CertificateExport
{
    private const int Rounds = 200_000;

    private static PbeParameters Encryption => new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds);

    /// <summary>Writes the public part as DER, for whoever protects texts for this system.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileExists"/>, <see cref="SecretErrors.ExportFileNotWritable"/>.
    /// </exception>
    public static void ToCer(PasswordCertificate certificate, string path, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Write(path, certificate.Certificate.RawData, overwrite);
    }

    /// <summary>Writes certificate and key as PFX: AES-256, PBKDF2 with SHA-256 and 200 000 rounds.</summary>
    /// <exception cref="EmailSettingsException"> As <see cref="ToCer"/>; <see cref="SecretErrors.ExportPassphraseMissing"/>,
    /// <see cref="SecretErrors.CertificateKeyMissing"/>, <see cref="SecretErrors.CertificateKeyNotExportable"/>,
    /// <see cref="SecretErrors.CertificateKeyUnusable"/>. </exception>
    public static void ToPfx(PasswordCertificate certificate, string path, SecretText? passphrase, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (passphrase is not { Length: > 0 }) throw SecretErrors.ExportPassphraseMissing.Error("passphrase", path);
        RefuseExisting(path, overwrite);
        using var characters = passphrase.ToChars();
        var pfx = WithExportableKey(certificate, key => Pfx(certificate, key, characters));
        Write(path, pfx, overwrite);
    }

    /// <summary>Writes certificate and unencrypted key as two PEM files, for containers and openssl.</summary>
    /// <exception cref="EmailSettingsException">
    /// As <see cref="ToCer"/>; <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateKeyNotExportable"/>, <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static void ToPem(PasswordCertificate certificate, string path, string keyPath, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        RefuseExisting(path, overwrite);
        RefuseExisting(keyPath, overwrite);
        var pem = WithExportableKey(certificate, KeyPem);
        try
        {
            Write(keyPath, pem, overwrite);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
        Write(path, Encoding.ASCII.GetBytes(certificate.Certificate.ExportCertificatePem() + "\n"), overwrite);
    }

    private static byte[] Pfx(PasswordCertificate certificate, RSA key, SecretChars passphrase)
    {
        // The same local key id links a key to its certificate (RFC 7292, 4.2).
        var pair = new Pkcs9LocalKeyId(SHA256.HashData(certificate.Certificate.RawData));
        var keys = new Pkcs12SafeContents();
        keys.AddShroudedKey(key, passphrase.Span, Encryption).Attributes.Add(pair);
        var certificates = new Pkcs12SafeContents();
        certificates.AddCertificate(certificate.Certificate).Attributes.Add(pair);

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(keys);
        builder.AddSafeContentsEncrypted(certificates, passphrase.Span, Encryption);
        builder.SealWithMac(passphrase.Span, HashAlgorithmName.SHA256, Rounds);
        return builder.Encode();
    }

    private static byte[] KeyPem(RSA key)
    {
        var der = key.ExportPkcs8PrivateKey();
        var characters = GC.AllocateArray<char>(PemEncoding.GetEncodedSize("PRIVATE KEY".Length, der.Length) + 1, pinned: true);
        try
        {
            PemEncoding.TryWrite("PRIVATE KEY", der, characters, out _);
            characters[^1] = '\n';
            var pem = GC.AllocateArray<byte>(characters.Length, pinned: true);
            Encoding.ASCII.GetBytes(characters, pem);
            return pem;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(characters.AsSpan()));
        }
    }

    private static byte[] WithExportableKey(PasswordCertificate certificate, Func<RSA, byte[]> export)
    {
        try
        {
            return certificate.WithKey(export);
        }
        catch (CryptographicException error)
        {
            throw SecretErrors.CertificateKeyNotExportable.Error("certificate", certificate.Info.Thumbprint, inner: error);
        }
    }

    private static void RefuseExisting(string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!overwrite && Path.Exists(path)) throw Existing(path);
    }

    private static EmailSettingsException Existing(string path, Exception? inner = null) =>
        new([StoreErrors.FileExists.At("file", path) with { StepTemplate = StoreErrors.OverwriteStep }], inner);

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        RefuseExisting(path, overwrite);
        try
        {
            OwnerOnlyFile.Write(path, content, overwrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw !overwrite && File.Exists(path)
                ? Existing(path, error)
                : SecretErrors.ExportFileNotWritable.Error("file", path, detail: error.Message, inner: error);
        }
    }
}
