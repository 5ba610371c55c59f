using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Whether a certificate names a host.</summary>
internal static class HostNameMatch
{
    /// <summary>Whether it does; a certificate whose names cannot be read names none.</summary>
    public static bool Names(X509Certificate2 certificate, string host)
    {
        try
        {
            return certificate.MatchesHostname(host);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or AsnContentException)
        {
            // .NET takes no name for a host's with a label that begins with an underscore or a hyphen, and a resolver does.
            return CertificateReading.AlternativeNames(certificate).Any(name => Fits(name, host));
        }
    }

    // RFC 6125 §6.4: whatever the case; an asterisk stands for the whole first label.
    private static bool Fits(string name, string host)
    {
        if (name.Equals(host, StringComparison.OrdinalIgnoreCase))
            return true;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && name.StartsWith("*.", StringComparison.Ordinal) && host.AsSpan(dot).Equals(name.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }
}
