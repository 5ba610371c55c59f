using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Certificates;

/// <summary>Reads certificates from PFX (PKCS#12), PEM and DER files.</summary>
internal static class CertificateFile
{
    // A certificate chain in PEM has about 10 KB; this is far more than any certificate needs.
    private const int MaxLength = 1_048_576;

    // ERROR_INVALID_PASSWORD as an HRESULT, which .NET sets on every platform.
    private const int InvalidPassword = unchecked((int)0x80070056);

    private static X509KeyStorageFlags InMemory => OperatingSystem.IsMacOS()
        ? X509KeyStorageFlags.DefaultKeySet
        : X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable;

    /// <summary>Opens a certificate with its key, used in place; only the owner may have access to the key file.</summary>
    /// <inheritdoc cref="CertificateFinder.ChooseFile"/>
    public static X509Certificate2 Open(string file, string? keyFile)
    {
        using var content = Content.Read(file);
        if (content.IsPem) return OpenPem(file, keyFile, content);
        if (keyFile is not null) throw Invalid(file, "a key file can be used only with a PEM certificate");
        if (content.IsPlainCertificate) throw SecretErrors.CertificateKeyMissing.Error("certificate", file);
        content.RefuseExposed(file);
        return OpenPfx(file, content, null, InMemory);
    }

    /// <summary>
    /// Opens the certificate of a PFX with a passphrase, with its key persisted for this account or this machine.
    /// </summary>
    /// <inheritdoc cref="CertificateFinder.ChooseFile"/>
    public static X509Certificate2 OpenForImport(string file, SecretText passphrase)
    {
        using var content = Content.Read(file);
        if (content.IsPem || content.IsPlainCertificate) throw Invalid(file, "a passphrase can be used only with a PFX");
        // Open it in memory first: on Windows a persisted key would be left behind if the certificate is refused.
        using (var tried = OpenPfx(file, content, passphrase, InMemory))
        {
            if (!tried.HasPrivateKey) throw SecretErrors.CertificateKeyMissing.Error("certificate", tried.Thumbprint);
            if (PasswordCertificate.WhyUnsuitable(PasswordCertificateInfo.Of(tried, CertificateLocation.CurrentUser)) is { } fault)
                throw new EmailSettingsException([fault]);
        }
        return OpenPfx(file, content, passphrase, X509KeyStorageFlags.UserKeySet | X509KeyStorageFlags.PersistKeySet | X509KeyStorageFlags.Exportable);
    }

    /// <summary>Reads the public part of a certificate, DER or PEM.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateFileInvalid"/>.</exception>
    public static X509Certificate2 ReadPublic(string file)
    {
        using var content = Content.Read(file);
        try
        {
            return X509CertificateLoader.LoadCertificate(content.Bytes);
        }
        catch (CryptographicException error)
        {
            throw Invalid(file, error.Message, error);
        }
    }

    private static X509Certificate2 OpenPfx(string file, Content content, SecretText? passphrase, X509KeyStorageFlags flags)
    {
        using var characters = passphrase?.ToChars();
        try
        {
            return X509CertificateLoader.LoadPkcs12(content.Bytes, characters is null ? default : characters.Span, flags);
        }
        catch (CryptographicException error)
        {
            throw error.HResult == InvalidPassword
                ? SecretErrors.CertificatePassphraseWrong.Error("passphrase", file)
                : Invalid(file, error.Message, error);
        }
    }

    private static X509Certificate2 OpenPem(string file, string? keyFile, Content content)
    {
        using var separate = keyFile is null ? null : Content.Read(keyFile);
        var keyContent = separate ?? content;
        using var certificateText = SecretChars.FromUtf8(content.Bytes);
        using var keyText = SecretChars.FromUtf8(keyContent.Bytes);
        if (!HoldsKey(keyText.Span))
        {
            throw separate is null
                ? SecretErrors.CertificateKeyMissing.Error("certificate", file)
                : Invalid(keyFile!, "it contains no unencrypted PEM private key");
        }
        keyContent.RefuseExposed(keyFile ?? file);

        try
        {
            return X509Certificate2.CreateFromPem(certificateText.Span, keyText.Span);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw Invalid(file, error.Message, error);
        }
    }

    private static bool HoldsKey(ReadOnlySpan<char> pem)
    {
        while (PemEncoding.TryFind(pem, out var fields))
        {
            if (pem[fields.Label] is "PRIVATE KEY" or "RSA PRIVATE KEY" or "EC PRIVATE KEY") return true;
            pem = pem[fields.Location.End..];
        }
        return false;
    }

    private static EmailSettingsException Invalid(string file, string detail, Exception? inner = null) =>
        SecretErrors.CertificateFileInvalid.Error("file", file, detail: detail, inner: inner);

    /// <summary>The bytes of a file and who may read it, both from one handle. Zeroed on dispose.</summary>
    private sealed class Content(byte[] bytes, int length, string? exposedTo) : IDisposable
    {
        public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

        public bool IsPem => Bytes.IndexOf("-----BEGIN "u8) >= 0;

        public bool IsPlainCertificate
        {
            get
            {
                try
                {
                    return X509Certificate2.GetCertContentType(Bytes) == X509ContentType.Cert;
                }
                catch (CryptographicException)
                {
                    return false;
                }
            }
        }

        public static Content Read(string file)
        {
            try
            {
                using var stream = HeldFile.OpenRead(file);
                if (stream.Length is 0 or > MaxLength) throw Invalid(file, $"it has {stream.Length} bytes");
                var bytes = GC.AllocateArray<byte>((int)stream.Length, pinned: true);
                return new Content(bytes, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false), OwnerOnlyFile.ExposedTo(stream));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw Invalid(file, error.Message, error);
            }
        }

        public void RefuseExposed(string file)
        {
            if (exposedTo is not null) throw SecretErrors.KeyFileExposed.Error("file", file, detail: exposedTo);
        }

        public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
    }
}
