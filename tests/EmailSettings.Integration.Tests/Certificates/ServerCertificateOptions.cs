using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>The properties, and deliberate faults, of a server's certificate.</summary>
public sealed record ServerCertificateOptions
{
    /// <summary>DNS names.</summary>
    public IReadOnlyList<string> Names { get; init; } = ["localhost"];

    /// <summary>Whether 127.0.0.1 and ::1 are among the names too.</summary>
    public bool IncludeLoopbackAddresses { get; init; } = true;

    /// <summary>Start of validity, from now.</summary>
    public TimeSpan NotBefore { get; init; } = TimeSpan.FromDays(-1);

    /// <summary>End of validity, from now.</summary>
    public TimeSpan NotAfter { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Whether the key is EC P-256 instead of RSA 2048.</summary>
    public bool UseEllipticCurve { get; init; }

    /// <summary>The curve of an EC key, by name.</summary>
    public string Curve { get; init; } = "nistP256";

    /// <summary>The permitted key usage.</summary>
    public X509KeyUsageFlags KeyUsage { get; init; } = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;

    /// <summary>The bits of an RSA key.</summary>
    public int RsaBits { get; init; } = 2048;

    /// <summary>The extended key usage, by default server authentication.</summary>
    public string Purpose { get; init; } = "1.3.6.1.5.5.7.3.1";

    /// <summary>Whether it is issued by an intermediate CA instead of the root.</summary>
    public bool FromIntermediate { get; init; }

    /// <summary>Whether the server also sends the intermediate certificate, as it should.</summary>
    public bool SendIntermediate { get; init; } = true;

    /// <summary>The URL in the CRL distribution point; null omits the extension.</summary>
    public Uri? CrlAddress { get; init; }

    /// <summary>An expired certificate.</summary>
    public static ServerCertificateOptions Expired { get; } = new() { NotBefore = TimeSpan.FromDays(-30), NotAfter = TimeSpan.FromDays(-2) };

    /// <summary>A certificate that is not valid yet.</summary>
    public static ServerCertificateOptions NotYetValid { get; } = new() { NotBefore = TimeSpan.FromDays(2), NotAfter = TimeSpan.FromDays(30) };

    /// <summary>A certificate for another host.</summary>
    public static ServerCertificateOptions WrongName { get; } = new() { Names = ["other.example.org"], IncludeLoopbackAddresses = false };
}
