namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>What is right or wrong on purpose about a server's certificate.</summary>
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

    /// <summary>EC P-256 in place of RSA 2048.</summary>
    public bool UseEllipticCurve { get; init; }

    /// <summary>The bits of an RSA key.</summary>
    public int RsaBits { get; init; } = 2048;

    /// <summary>The extended key usage: a server's.</summary>
    public string Purpose { get; init; } = "1.3.6.1.5.5.7.3.1";

    /// <summary>Issued by an intermediate CA in place of the root.</summary>
    public bool FromIntermediate { get; init; }

    /// <summary>Whether a server sends the intermediate's certificate with its own, as it should.</summary>
    public bool SendIntermediate { get; init; } = true;

    /// <summary>Where the certificate says that its CRL is; null leaves the extension out.</summary>
    public Uri? CrlAddress { get; init; }

    /// <summary>An expired certificate.</summary>
    public static ServerCertificateOptions Expired { get; } = new() { NotBefore = TimeSpan.FromDays(-30), NotAfter = TimeSpan.FromDays(-2) };

    /// <summary>A certificate of tomorrow.</summary>
    public static ServerCertificateOptions NotYetValid { get; } = new() { NotBefore = TimeSpan.FromDays(2), NotAfter = TimeSpan.FromDays(30) };

    /// <summary>A certificate for another host.</summary>
    public static ServerCertificateOptions WrongName { get; } = new() { Names = ["other.example.org"], IncludeLoopbackAddresses = false };
}
