using System.Collections.Concurrent;
using System.Text;

namespace EmailSettings.Messages.Reading;

/// <summary>Finds the encoding of a charset, code pages included.</summary>
internal static class Charsets
{
    // What was found alone, so that names from outside do not add up.
    private static readonly ConcurrentDictionary<string, Encoding> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding, or null where the name is not known, or is missing.</summary>
    public static Encoding? Find(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        var name = Usual(charset.Trim());
        try
        {
            if (!Known.TryGetValue(name, out var encoding))
                Known[name] = encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return (Encoding)encoding.Clone();
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    // Names that IANA does not list and programs write all the same.
    private static string Usual(string name)
    {
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return "utf-8";
        return name.StartsWith("cp125", StringComparison.OrdinalIgnoreCase) ? "windows-" + name[2..] : name;
    }
}
