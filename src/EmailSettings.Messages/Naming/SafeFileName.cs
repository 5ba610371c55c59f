using System.Globalization;
using System.Text;
using MimeKit;

namespace EmailSettings.Messages.Naming;

/// <summary>
/// Converts an attachment's name, which its sender chose, to a safe file name on Windows and Unix that stays in its folder and
/// does not disguise its type.
/// </summary>
public static class SafeFileName
{
    /// <summary>
    /// The maximum length in UTF-16 units and in UTF-8 bytes: the limit of most file systems, with room for a number.
    /// </summary>
    private const int MaxLength = 200;

    private const int MaxExtension = 20;
    private const string Unnamed = "attachment";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>Gets the safe name.</summary>
    /// <param name="name">The name in the message; null if none.</param>
    /// <param name="mediaType">The part's media type, for the extension if there is no name.</param>
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

    /// <summary>Inserts a number before the extension: <c>offer (2).pdf</c>.</summary>
    /// <param name="name">A safe name.</param>
    /// <param name="number">The number.</param>
    public static string Numbered(string name, int number)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = ExtensionStart(name);
        return string.Create(CultureInfo.InvariantCulture, $"{name[..dot]} ({number}){name[dot..]}");
    }

    // Keeps the last segment of a path, without forbidden and invisible characters.
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

        // Windows silently drops trailing dots and spaces, so that two names would be the same.
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ');
    }

    // To Windows, CON.txt is the console too, and COM¹ is COM1.
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
