using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Settings;

/// <summary>How names of incoming servers compare: in Unicode, without case, composed and decomposed forms alike.</summary>
public static class ServerName
{
    /// <summary>Finds names by their keys, without making the keys of those in ASCII.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new KeyComparer();

    /// <summary>Two names are the same when their keys are: NFC, then simple case folding of every script.</summary>
    public static string Key(string name)
    {
        if (System.Text.Ascii.IsValid(name)) return name.Trim().ToLowerInvariant();

        // What is no Unicode text cannot be normalised. No stored name is such a text, so what is replaced here finds nothing.
        name = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Replace('\uFFFE', '\uFFFD');

        // Through upper case first, so that letters with two lower-case forms fold alike. Final sigma and capital sharp s are
        // named all the same: where .NET runs without ICU, as on older Windows servers, the system's table lacks them. Sharp s
        // has no simple upper case and folds to ss in full case folding (Unicode, CaseFolding.txt, status F).
        return name.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant().ToLowerInvariant()
            .Replace('\u03C2', '\u03C3').Replace("\u1E9E", "ss", StringComparison.Ordinal).Replace("\u00DF", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC);
    }

    /// <summary>The server of a name; null where no server has it.</summary>
    public static IncomingMailServer? TryFind(IEnumerable<IncomingMailServer> servers, string name) =>
        servers.FirstOrDefault(server => Comparer.Equals(server.Name, name));

    /// <summary>The server of a name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public static IncomingMailServer Find(IEnumerable<IncomingMailServer> servers, string name) => TryFind(servers, name) ?? throw NotFound(name);

    /// <summary>That no server has a name.</summary>
    public static EmailSettingsException NotFound(string name) => SettingsErrors.IncomingServerNotFound.Error(SettingBlocks.Incoming.Path, name);

    private sealed class KeyComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null || y is null ? x == y
            : System.Text.Ascii.IsValid(x) && System.Text.Ascii.IsValid(y) ? x.AsSpan().Trim().Equals(y.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
            : Key(x) == Key(y);

        // Without case for keys in ASCII as well, which names of other scripts can have too (the Kelvin sign is a k).
        public int GetHashCode(string obj) => string.GetHashCode(System.Text.Ascii.IsValid(obj) ? obj.AsSpan().Trim() : Key(obj), StringComparison.OrdinalIgnoreCase);
    }
}
