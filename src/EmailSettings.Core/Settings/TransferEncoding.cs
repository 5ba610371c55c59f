using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.Core.Settings;

/// <summary>
/// A content transfer encoding of RFC 2045, section 6. A closed set of the five standard ones, compared by reference.
/// </summary>
public sealed class TransferEncoding
{
    /// <summary>Lines of at most 998 octets, no octet over 127.</summary>
    public static readonly TransferEncoding SevenBit = new("7bit");

    /// <summary>Lines of at most 998 octets, octets over 127 allowed; needs 8BITMIME on the wire.</summary>
    public static readonly TransferEncoding EightBit = new("8bit");

    /// <summary>Mostly readable text, with other octets written as <c>=HH</c>.</summary>
    public static readonly TransferEncoding QuotedPrintable = new("quoted-printable");

    /// <summary>Any data; 78/57 of its size including line breaks.</summary>
    public static readonly TransferEncoding Base64 = new("base64");

    /// <summary>Any octets unchanged; needs BINARYMIME and CHUNKING on the wire.</summary>
    public static readonly TransferEncoding Binary = new("binary");

    private TransferEncoding(string name) => Name = name;

    /// <summary>All five, in the order used in help and messages.</summary>
    public static IReadOnlyList<TransferEncoding> All { get; } = [SevenBit, EightBit, QuotedPrintable, Base64, Binary];

    /// <summary>The list of allowed values, for sentences.</summary>
    public static string Allowed { get; } = string.Join(", ", All.Select(encoding => encoding.Name));

    /// <summary>The RFC 2045 token, lower case.</summary>
    public string Name { get; }

    /// <summary>Parses a token, ignoring case; also accepts <c>7 bit</c> and <c>8 bit</c>, as on the product's page.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TransferEncoding? encoding)
    {
        var token = text?.Trim();
        if (token is [('7' or '8'), .., 'b' or 'B', 'i' or 'I', 't' or 'T'] && string.IsNullOrWhiteSpace(token[1..^3]))
            token = token[0] + "bit";
        encoding = All.FirstOrDefault(known => known.Name.Equals(token, StringComparison.OrdinalIgnoreCase));
        return encoding is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
