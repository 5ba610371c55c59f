using System.Globalization;

namespace EmailSettings.Mail.Tls;

/// <summary>Names of groups and signature schemes (IANA, TLS Parameters), as tools show them.</summary>
public static class TlsNames
{
    // The number, the name, and the OID of the curve in certificates.
    private static readonly (int Group, string Name, string? Oid)[] Groups =
    [
        (19, "secp192r1", "1.2.840.10045.3.1.1"), (21, "secp224r1", "1.3.132.0.33"), (22, "secp256k1", "1.3.132.0.10"),
        (23, "secp256r1", "1.2.840.10045.3.1.7"), (24, "secp384r1", "1.3.132.0.34"), (25, "secp521r1", "1.3.132.0.35"),
        (26, "brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7"), (27, "brainpoolP384r1", "1.3.36.3.3.2.8.1.1.11"), (28, "brainpoolP512r1", "1.3.36.3.3.2.8.1.1.13"),
        (29, "x25519", null), (30, "x448", null),
        (256, "ffdhe2048", null), (257, "ffdhe3072", null), (258, "ffdhe4096", null), (4588, "X25519MLKEM768", null),
    ];

    // The first byte of a scheme is the hash, the second the key type (RFC 5246 §7.4.1.4.1); later schemes are plain numbers.
    private static readonly string[] Hashes = ["no hash", "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"];
    private static readonly string[] Keys = ["no key", "RSA", "DSA", "ECDSA"];

    /// <summary>The groups that a ClientHello can offer, the usual ones first.</summary>
    internal static IReadOnlyList<int> AllGroups { get; } = [29, 23, 24, 25, 30, 26, 27, 28, 22, 21, 19, 256, 257, 258, 4588];

    /// <summary>Gets the name of a group, such as <c>secp256r1</c>.</summary>
    public static string Group(int group) =>
        Array.Find(Groups, one => one.Group == group).Name ?? string.Create(CultureInfo.InvariantCulture, $"group {group}");

    /// <summary>Gets the group of a curve in a certificate; null if it has no number.</summary>
    internal static int? GroupOf(string? oid) => Array.Find(Groups, one => one.Oid is { } known && known == oid) is { Group: > 0 } found ? found.Group : null;

    /// <summary>Describes a signature scheme, such as <c>RSA with SHA-1</c>.</summary>
    public static string SignatureScheme(int scheme) => scheme switch
    {
        0x0804 or 0x0805 or 0x0806 or 0x0809 or 0x080A or 0x080B => $"RSA-PSS with {Hashes[(((scheme & 0xFF) - 4) % 5) + 4]}",
        0x0807 => "Ed25519",
        0x0808 => "Ed448",
        _ when scheme >> 8 < Hashes.Length && (scheme & 0xFF) < Keys.Length => $"{Keys[scheme & 0xFF]} with {Hashes[scheme >> 8]}",
        _ => string.Create(CultureInfo.InvariantCulture, $"signature scheme {scheme:x4}"),
    };
}
