using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Repairs a Content-Type that violates RFC 2045 section 5.1, where MimeKit gives up on the part and its text would be lost: a
/// type without a subtype, a missing semicolon, another header on the same line.
/// </summary>
/// <param name="Type">The presumed content type.</param>
/// <param name="TransferEncoding">The transfer encoding on the same line, lower case; null if none.</param>
internal sealed partial record LenientContentType(ContentType Type, string? TransferEncoding)
{
    /// <summary>Parses a field leniently.</summary>
    /// <returns>Null if the field is valid, or not a content type at all.</returns>
    public static LenientContentType? Repair(Header field, ParserOptions options)
    {
        var text = Encoding.Latin1.GetString(field.RawValue);
        var runOn = text.Contains(':', StringComparison.Ordinal) ? RunOnHeader().Match(text) : Match.Empty;
        if (!runOn.Success && ContentType.TryParse(options, field.RawValue, out var type) && !MissesBoundary(type, text))
            return null;
        var own = runOn.Success ? text[..runOn.Index] : text;
        if (Read(own, options) is not { } meant)
            return null;
        var encoding = TransferEncodingHeader().Match(text);
        return new LenientContentType(meant, encoding.Success ? encoding.Groups[1].Value.ToLowerInvariant() : null);
    }

    private static bool MissesBoundary(ContentType type, string text) =>
        type.Boundary is null && type.IsMimeType("multipart", "*") && BoundaryParameter().IsMatch(text);

    private static ContentType? Read(string text, ParserOptions options)
    {
        var match = MediaType().Match(text);
        if (!match.Success)
            return null;
        var type = match.Groups[1].Value;
        var subtype = match.Groups[2].Success ? match.Groups[2].Value : DefaultSubtype(type);
        if (subtype is null)
            return null;
        var rest = text[(match.Index + match.Length)..].Trim(' ', '\t', '\r', '\n', ';');
        var whole = $"{type}/{subtype}" + (rest.Length > 0 ? "; " + rest : string.Empty);
        var parsed = ContentType.TryParse(options, Encoding.Latin1.GetBytes(whole), out var right) ? right : new ContentType(type, subtype);
        if (MissesBoundary(parsed, text))
            parsed.Boundary = BoundaryParameter().Match(text).Groups[1].Value.Trim('"');
        return parsed;
    }

    private static string? DefaultSubtype(string type) => type.ToLowerInvariant() switch
    {
        "text" => "plain",
        "multipart" => "mixed",
        _ => null,
    };

    [GeneratedRegex(@"^[\s;]*([A-Za-z][A-Za-z0-9-]*)(?:\s*/\s*([A-Za-z0-9!#$&^_.+-]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();

    [GeneratedRegex(@"(?<=\s)(?:Content-(?:Transfer-Encoding|Disposition|ID|Description)|MIME-Version)\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RunOnHeader();

    [GeneratedRegex(@"\sContent-Transfer-Encoding\s*:\s*([A-Za-z0-9-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TransferEncodingHeader();

    [GeneratedRegex(@"[\s;]boundary\s*=\s*(""[^""]+""|[^\s;""]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BoundaryParameter();
}
