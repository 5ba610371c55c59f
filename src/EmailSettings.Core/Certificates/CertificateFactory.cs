using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Creates password certificates: RSA, self-signed, for document encryption, exportable.</summary>
public sealed class CertificateFactory(CertificateStores stores, TimeProvider time)
{
    /// <summary>Extended key usage of certificates that encrypt documents (Microsoft, szOID_DOCUMENT_ENCRYPTION).</summary>
    internal const string DocumentEncryption = "1.3.6.1.4.1.311.80.1";

    // RFC 5280, appendix A.1: ub-common-name.
    private const int MaxCommonName = 64;
    private const int MaxFriendlyName = 256;

    /// <summary>Creates a certificate and stores it with its key in the specified store.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateOptionOutOfRange"/> (one for each such option),
    /// <see cref="SecretErrors.CertificateStoreDenied"/>.
    /// </exception>
    public PasswordCertificate Create(NewCertificateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var subject = CheckedSubject(options);

        var persisted = Make(subject, options);
        if (OperatingSystem.IsWindows()) persisted.FriendlyName = options.FriendlyName;
        stores.Add(options.Location, persisted);
        return new PasswordCertificate(persisted, options.Location);
    }

    private X509Certificate2 Make(X500DistinguishedName subject, NewCertificateOptions options)
    {
        try
        {
            using var key = RSA.Create(options.Bits);
            using var made = Request(subject, key).CreateSelfSigned(Start(), Start().AddYears(options.Years));
            return Persist(made, options.Location);
        }
        catch (CryptographicException error)
        {
            throw SecretErrors.CertificateStoreDenied.Error("certificate", options.Location, detail: error.Message, inner: error);
        }
    }

    private static CertificateRequest Request(X500DistinguishedName subject, RSA key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DataEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(DocumentEncryption)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    // One hour ago, so that hosts with slow clocks do not warn.
    private DateTimeOffset Start() => time.GetUtcNow().AddHours(-1);

    // An in-memory key is persisted only by loading it from a PFX with the key storage flags.
    private static X509Certificate2 Persist(X509Certificate2 certificate, CertificateLocation location)
    {
        var keySet = location == CertificateLocation.LocalMachine ? X509KeyStorageFlags.MachineKeySet : X509KeyStorageFlags.UserKeySet;
        var pfx = certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, null);
        try
        {
            return X509CertificateLoader.LoadPkcs12(pfx, null, keySet | X509KeyStorageFlags.PersistKeySet | X509KeyStorageFlags.Exportable);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pfx);
        }
    }

    private static X500DistinguishedName CheckedSubject(NewCertificateOptions options)
    {
        var faults = new List<Finding>();
        if (options.Bits is not (2048 or 3072 or 4096)) Refuse("bits", options.Bits, "2048, 3072 or 4096");
        if (options.Years is < 1 or > 30) Refuse("years", options.Years, "1 … 30");
        if (options.FriendlyName is not { Length: > 0 and <= MaxFriendlyName }) Refuse("friendlyName", options.FriendlyName, $"1 … {MaxFriendlyName} characters");
        if (options.Location?.Store is null) Refuse("location", options.Location, $"{CertificateLocation.CurrentUser} or {CertificateLocation.LocalMachine}");
        var subject = Subject(options.Subject);
        if (subject is null) Refuse("subject", options.Subject, "a distinguished name such as CN=EmailSettings passwords");
        return faults.Count == 0 ? subject! : throw new EmailSettingsException(faults);

        void Refuse(string field, object? value, string limit) => faults.Add(SecretErrors.CertificateOptionOutOfRange.At(field, value, limit));
    }

    private static X500DistinguishedName? Subject(string? wanted)
    {
        if (wanted is null)
        {
            var name = $"EmailSettings passwords ({Environment.MachineName})";
            var builder = new X500DistinguishedNameBuilder();
            builder.AddCommonName(name.Length > MaxCommonName ? name[..MaxCommonName] : name);
            return builder.Build();
        }
        try
        {
            return string.IsNullOrWhiteSpace(wanted) ? null : new X500DistinguishedName(wanted);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
