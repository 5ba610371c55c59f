using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Matches a certificate against a host name.</summary>
internal static class HostNameMatch
{
    /// <summary>Whether the certificate names the host; false if its names cannot be read.</summary>
    public static bool Names(X509Certificate2 certificate, string host)
    {
        try
        {
            return certificate.MatchesHostname(host);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or AsnContentException)
        {
            // .NET matches no host whose label begins with an underscore or a hyphen, although resolvers accept such names.
            return CertificateReader.AlternativeNames(certificate).Any(name => Fits(name, host));
        }
    }

    // RFC 6125 §6.4: case-insensitive; an asterisk matches the whole first label.
    private static bool Fits(string name, string host)
    {
        if (name.Equals(host, StringComparison.OrdinalIgnoreCase))
            return true;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name.StartsWith("*.", StringComparison.Ordinal) && host.AsSpan(dot).Equals(name.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }
}
