namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>One certificate of a server's chain (RFC 5280).</summary>
public sealed record CertificateSummary : FactRecord
{
    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>DNS names and IP addresses.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Valid from.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Valid until.</summary>
    public DateTimeOffset NotAfter { get; init; }

    /// <summary>SHA-1 thumbprint, upper-case hex.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Public key, for example <c>RSA 2048</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Signature algorithm.</summary>
    public required string SignatureAlgorithm { get; init; }
}
