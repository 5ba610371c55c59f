using System.Globalization;

namespace EmailSettings.Mail.Tls;

/// <summary>One certificate of a chain (RFC 5280).</summary>
public sealed record CertificateFacts : FactRecord
{
    /// <summary>The subject's distinguished name.</summary>
    public required string Subject { get; init; }

    /// <summary>The issuer's distinguished name.</summary>
    public required string Issuer { get; init; }

    /// <summary>DNS names and IP addresses of the subject alternative name extension; a hundred at most.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Valid from, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Valid until, UTC.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>SHA-1 thumbprint, upper-case hexadecimal, as certificate stores show it.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Serial number, upper-case hexadecimal.</summary>
    [Unlisted]
    public required string SerialNumber { get; init; }

    /// <summary>The public key's algorithm by name (<c>RSA</c>, <c>ECC</c>), or its OID.</summary>
    [Unlisted]
    public required string KeyAlgorithm { get; init; }

    /// <summary>The size of the public key in bits; null for an unknown algorithm.</summary>
    [Unlisted]
    public int? KeySize { get; init; }

    /// <summary>The number of an elliptic-curve key's curve (IANA, TLS Supported Groups); null for other keys and curves.</summary>
    [Unlisted]
    public int? KeyGroup { get; init; }

    /// <summary>The public key for display, for example <c>RSA 2048</c>.</summary>
    public string Key => KeySize is { } size ? string.Create(CultureInfo.InvariantCulture, $"{KeyAlgorithm} {size}") : KeyAlgorithm;

    /// <summary>The permitted key usages by their names in RFC 5280 §4.2.1.3, such as <c>digitalSignature</c>; null if the certificate does not
    /// restrict them.</summary>
    public IReadOnlyList<string>? KeyUsage { get; init; }

    /// <summary>Whether the key may sign, as TLS 1.3 and every ephemeral key exchange require (RFC 8446 §4.4.2.2).</summary>
    [Unlisted]
    public bool AllowsSigning => KeyUsage is null || KeyUsage.Contains("digitalSignature");

    /// <summary>The signature's algorithm by name (<c>sha256RSA</c>), or its OID.</summary>
    public required string SignatureAlgorithm { get; init; }
}
