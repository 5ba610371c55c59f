using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>The state of the chosen password certificate on this host, for this account.</summary>
public sealed record CertificateHealthReport
{
    /// <summary>The checked certificate.</summary>
    public required CertificateReference Reference { get; init; }

    /// <summary>What was found; null if it is missing.</summary>
    public PasswordCertificateInfo? Certificate { get; init; }

    /// <summary>Whole days until expiry, negative when expired; null if the certificate is missing.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Whether a round trip with the private key succeeded as this account.</summary>
    public bool KeyUsable { get; init; }

    /// <summary>Whether the key can be exported to other hosts; null if unknown.</summary>
    public bool? KeyExportable { get; init; }

    /// <summary>The key usages in the certificate; empty means unrestricted (RFC 5280, 4.2.1.3).</summary>
    public IReadOnlyList<string> KeyUsages { get; init; } = [];

    /// <summary>Whether the certificate is marked for document encryption (1.3.6.1.4.1.311.80.1).</summary>
    public bool IsForDocumentEncryption { get; init; }

    /// <summary>Other certificates in the stores with the same subject.</summary>
    public IReadOnlyList<PasswordCertificateInfo> SameSubject { get; init; } = [];

    /// <summary>The account that made the check.</summary>
    public required string Account { get; init; }

    /// <summary>The problems that prevent storing or decrypting secrets.</summary>
    public IReadOnlyList<Finding> Faults { get; init; } = [];

    /// <summary>Other problems.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];
}
