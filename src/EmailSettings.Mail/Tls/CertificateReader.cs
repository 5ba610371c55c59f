using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Reads the parts of a certificate that the library needs. A malformed extension counts as absent; the chain engine reports it.
/// </summary>
internal static class CertificateReader
{
    private const int NameChars = 500;
    private const string RsaKeyOid = "1.2.840.113549.1.1.1";
    private const string EllipticKeyOid = "1.2.840.10045.2.1";
    private const string DistributionPointsOid = "2.5.29.31";

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag UriName = new(TagClass.ContextSpecific, 6);

    // RFC 5280 §4.2.1.3.
    private static readonly (X509KeyUsageFlags Flag, string Name)[] KeyUsages =
    [
        (X509KeyUsageFlags.DigitalSignature, "digitalSignature"), (X509KeyUsageFlags.NonRepudiation, "nonRepudiation"), (X509KeyUsageFlags.KeyEncipherment, "keyEncipherment"),
        (X509KeyUsageFlags.DataEncipherment, "dataEncipherment"), (X509KeyUsageFlags.KeyAgreement, "keyAgreement"), (X509KeyUsageFlags.KeyCertSign, "keyCertSign"),
        (X509KeyUsageFlags.CrlSign, "cRLSign"), (X509KeyUsageFlags.EncipherOnly, "encipherOnly"), (X509KeyUsageFlags.DecipherOnly, "decipherOnly"),
    ];

    public static CertificateFacts Facts(X509Certificate2 certificate) => new()
    {
        Subject = DisplayText.Shorten(certificate.Subject, NameChars),
        Issuer = DisplayText.Shorten(certificate.Issuer, NameChars),
        Names = OfferedText.Of(AlternativeNames(certificate)),
        NotBefore = certificate.NotBefore.ToUniversalTime(),
        NotAfter = certificate.NotAfter.ToUniversalTime(),
        Thumbprint = certificate.Thumbprint,
        SerialNumber = certificate.SerialNumber,
        KeyAlgorithm = certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value ?? string.Empty,
        KeySize = KeySize(certificate),
        KeyGroup = KeyGroup(certificate.PublicKey),
        KeyUsage = KeyUsage(certificate),
        SignatureAlgorithm = certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? string.Empty,
    };

    /// <summary>The URLs of the issuer's certificate (RFC 5280 §4.2.2.1).</summary>
    public static IEnumerable<string> IssuerAddresses(X509Certificate2 certificate) =>
        Information(certificate, extension => extension.EnumerateCAIssuersUris());

    /// <summary>
    /// The URLs of the revocation state: CRL distribution points over HTTP (RFC 5280 §4.2.1.13) and OCSP responders.
    /// </summary>
    public static IEnumerable<string> RevocationAddresses(X509Certificate2 certificate) =>
        DistributionPoints(certificate).Concat(Information(certificate, extension => extension.EnumerateOcspUris()));

    /// <summary>DNS names and IP addresses of the subject alternative name extension (RFC 5280 §4.2.1.6).</summary>
    public static IReadOnlyList<string> AlternativeNames(X509Certificate2 certificate)
    {
        try
        {
            var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>();
            return [.. names.SelectMany(name => name.EnumerateDnsNames().Concat(name.EnumerateIPAddresses().Select(address => address.ToString())))];
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return [];
        }
    }

    /// <summary>The issuer of the issuer's certificate, if the authority key identifier names it (RFC 5280 §4.2.1.1).</summary>
    public static X500DistinguishedName? IssuerOfIssuer(X509Certificate2 certificate)
    {
        try
        {
            return certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.NamedIssuer;
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    private static List<string> Information(
        X509Certificate2 certificate,
        Func<X509AuthorityInformationAccessExtension, IEnumerable<string>> addresses)
    {
        try
        {
            return [.. certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(addresses)];
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return [];
        }
    }

    private static List<string> DistributionPoints(X509Certificate2 certificate)
    {
        var found = new List<string>();
        if (certificate.Extensions[DistributionPointsOid] is not { } extension)
            return found;
        try
        {
            var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (points.HasData)
                ReadPoint(points.ReadSequence(), found);
        }
        catch (AsnContentException)
        {
            found.Clear();
        }

        return found;
    }

    // DistributionPoint ::= SEQUENCE { distributionPoint [0] { fullName [0] GeneralNames } OPTIONAL, … }
    private static void ReadPoint(AsnReader point, List<string> found)
    {
        if (!point.HasData || !point.PeekTag().HasSameClassAndValue(Context0))
            return;
        var name = point.ReadSequence(Context0);
        if (!name.HasData || !name.PeekTag().HasSameClassAndValue(Context0))
            return;
        var names = name.ReadSequence(Context0);
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(UriName))
                found.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriName));
            else
                names.ReadEncodedValue();
        }
    }

    private static string[]? KeyUsage(X509Certificate2 certificate)
    {
        try
        {
            if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages is not { } usages)
                return null;
            var names = new List<string>();
            foreach (var (flag, name) in KeyUsages)
            {
                if (usages.HasFlag(flag))
                    names.Add(name);
            }

            return [.. names];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // RFC 5480 §2.1.1: the parameters of an elliptic-curve key name its curve.
    private static int? KeyGroup(PublicKey key)
    {
        try
        {
            return key.Oid.Value == EllipticKeyOid && key.EncodedParameters is { } parameters
                ? TlsNames.GroupOf(new AsnReader(parameters.RawData, AsnEncodingRules.DER).ReadObjectIdentifier()) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static int? KeySize(X509Certificate2 certificate)
    {
        try
        {
            if (certificate.PublicKey.Oid.Value == RsaKeyOid)
                return ModulusBits(certificate.PublicKey.EncodedKeyValue.RawData);
            using var key = certificate.GetECDsaPublicKey();
            return key?.KeySize;
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    // RFC 8017 appendix A.1.1. Importing the key would take longer than reading everything else.
    private static int ModulusBits(byte[] key)
    {
        var modulus = new AsnReader(key, AsnEncodingRules.DER).ReadSequence().ReadIntegerBytes().Span.TrimStart((byte)0);
        return modulus.IsEmpty ? 0 : (modulus.Length * 8) - BitOperations.LeadingZeroCount((uint)modulus[0] << 24);
    }
}
