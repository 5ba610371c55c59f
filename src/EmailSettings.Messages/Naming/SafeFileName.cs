using System.Globalization;
using System.Text;
using MimeKit;

namespace EmailSettings.Messages.Naming;

/// <summary>
/// Makes of an attachment's name, which its sender chose, one that Windows and Unix take as the name of a file in the folder that
/// is meant, and that shows as what it is.
/// </summary>
public static class SafeFileName
{
    /// <summary>
    /// The longest name in UTF-16 units and in bytes of UTF-8: what most file systems take, with room for a number.
    /// </summary>
    private const int MaxLength = 200;

    private const int MaxExtension = 20;
    private const string Unnamed = "attachment";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>The name to save under.</summary>
    /// <param name="name">The name in the message, or null.</param>
    /// <param name="mediaType">The part's media type, for the extension of a part without a name.</param>
    public static string From(string? name, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        var clean = Clean(name ?? string.Empty);
        if (clean.Length == 0)
            clean = Unnamed + (MimeTypes.TryGetExtension(mediaType, out var extension) ? extension : ".bin");
        if (IsDevice(clean))
            clean = "_" + clean;
        return Shorten(clean);
    }

    /// <summary>The name with a number before its extension: <c>offer (2).pdf</c>.</summary>
    /// <param name="name">A safe name.</param>
    /// <param name="number">The number.</param>
    public static string Numbered(string name, int number)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = ExtensionStart(name);
        return string.Create(CultureInfo.InvariantCulture, $"{name[..dot]} ({number}){name[dot..]}");
    }

    // Of a path the last part counts, and of that what is not forbidden and is seen.
    private static string Clean(string name)
    {
        var last = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            kept.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        // Windows drops dots and spaces at the end without a word, so that two names would be one.
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ');
    }

    // Windows takes CON.txt for the console, too, and COM¹ for COM1.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem) || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
            && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    private static string Shorten(string name)
    {
        if (Fits(name))
            return name;
        var dot = ExtensionStart(name);
        var extension = name[dot..];
        var stem = new StringBuilder();
        foreach (var element in StringInfo.GetTextElementEnumerator(name[..dot]).AsElements())
        {
            if (!Fits(stem + element + extension))
                break;
            stem.Append(element);
        }

        return stem.ToString().TrimEnd('.', ' ') + extension;
    }

    private static bool Fits(string name) => name.Length <= MaxLength && Encoding.UTF8.GetByteCount(name) <= MaxLength;

    private static int ExtensionStart(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot <= MaxExtension ? dot : name.Length;
    }

    private static IEnumerable<string> AsElements(this TextElementEnumerator elements)
    {
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
