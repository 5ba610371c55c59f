using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>State of the chosen password certificate on this host, seen as this account.</summary>
public sealed record CertificateHealthReport
{
    /// <summary>The certificate asked about.</summary>
    public required CertificateReference Reference { get; init; }

    /// <summary>What was found; null if it is gone.</summary>
    public PasswordCertificateInfo? Certificate { get; init; }

    /// <summary>Whole days until the end, negative after it; null if the certificate is gone.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>True if a round trip with the private key succeeded as this account.</summary>
    public bool KeyUsable { get; init; }

    /// <summary>Whether the key can be exported to other hosts; null if that cannot be known.</summary>
    public bool? KeyExportable { get; init; }

    /// <summary>The key usages named in the certificate; empty means that it restricts nothing (RFC 5280, 4.2.1.3).</summary>
    public IReadOnlyList<string> KeyUsages { get; init; } = [];

    /// <summary>True if the certificate is marked for document encryption (1.3.6.1.4.1.311.80.1).</summary>
    public bool IsForDocumentEncryption { get; init; }

    /// <summary>Other certificates of the stores with the same subject.</summary>
    public IReadOnlyList<PasswordCertificateInfo> SameSubject { get; init; } = [];

    /// <summary>The account that looked.</summary>
    public required string Account { get; init; }

    /// <summary>Everything that stands in the way of storing or opening secrets.</summary>
    public IReadOnlyList<Finding> Faults { get; init; } = [];

    /// <summary>Everything worth knowing that stands in the way of nothing.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];
}
