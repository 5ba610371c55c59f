using System.Collections.Concurrent;
using System.Text;

namespace EmailSettings.Messages.Reading;

/// <summary>Gets the encoding of a charset, including code pages.</summary>
internal static class Charsets
{
    // Only known names, so that names from outside cannot fill the cache.
    private static readonly ConcurrentDictionary<string, Encoding> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the encoding; null if the name is unknown or missing.</summary>
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

    // Names that are not registered with IANA but in use.
    private static string Usual(string name)
    {
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return "utf-8";
        return name.StartsWith("cp125", StringComparison.OrdinalIgnoreCase) ? "windows-" + name[2..] : name;
    }
}
