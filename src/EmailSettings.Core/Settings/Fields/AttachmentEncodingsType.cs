using System.Collections;
using System.Globalization;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>The map from file type to transfer encoding, as text or as a dictionary.</summary>
public sealed class AttachmentEncodingsType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => $"pairs such as wav=base64;*=8bit with the encodings {TransferEncoding.Allowed}";

    /// <inheritdoc/>
    public override object? Plain(object? value) => value?.ToString();

    /// <inheritdoc/>
    public override IEnumerable<string> Suggest(string typed)
    {
        // Suggest the encoding of the last pair; file types are arbitrary.
        var at = typed.LastIndexOf('=');
        return at < 0 || typed.IndexOf(';', at) >= 0
            ? []
            : TransferEncoding.All.Select(encoding => typed[..(at + 1)] + encoding.Name).Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    internal override object? Read(FieldInput input)
    {
        if (input.Value is IDictionary pairs) return ParsePairs(pairs, input);
        return input.TryGetText(out var text) ? Parse(text, input) : input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
    }

    private static object? Parse(string text, FieldInput input) =>
        AttachmentEncodingParser.TryParse(text, out var map, out var error)
            ? map
            : (input with { Value = text }).Refuse(SettingsErrors.AttachmentEncodingsInvalid, TransferEncoding.Allowed, error);

    // A Hashtable has no defined order, so its pairs are sorted for stable results.
    private static object? ParsePairs(IDictionary pairs, FieldInput input)
    {
        var written = new List<string>();
        foreach (DictionaryEntry pair in pairs)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}");
            if (text.Contains(';', StringComparison.Ordinal))
                return (input with { Value = text }).Refuse(SettingsErrors.AttachmentEncodingsInvalid, TransferEncoding.Allowed, "one entry contains ';'");
            written.Add(text);
        }
        if (pairs is Hashtable) written.Sort(StringComparer.Ordinal);
        return Parse(string.Join(';', written), input);
    }
}
