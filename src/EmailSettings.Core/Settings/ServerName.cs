using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Settings;

/// <summary>Compares names of incoming servers: case-insensitive, with canonical Unicode equivalence.</summary>
public static class ServerName
{
    /// <summary>Compares names by their keys, without building keys for ASCII names.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new KeyComparer();

    /// <summary>Returns the key that equal names share: NFC with simple Unicode case folding.</summary>
    public static string Key(string name)
    {
        if (System.Text.Ascii.IsValid(name)) return name.Trim().ToLowerInvariant();

        // Invalid Unicode cannot be normalized. No stored name is invalid, so the replaced text matches nothing.
        name = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Replace('\uFFFE', '\uFFFD');

        // To upper case first, so that letters with two lower-case forms fold alike. Final sigma and capital sharp s are handled
        // explicitly: without ICU, as on older Windows servers, the system's tables lack them. Sharp s has no simple upper case
        // and folds to ss in full case folding (Unicode, CaseFolding.txt, status F).
        return name.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant().ToLowerInvariant()
            .Replace('\u03C2', '\u03C3').Replace("\u1E9E", "ss", StringComparison.Ordinal).Replace("\u00DF", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC);
    }

    /// <summary>Returns the server with a name; null if there is none.</summary>
    public static IncomingMailServer? TryFind(IEnumerable<IncomingMailServer> servers, string name) =>
        servers.FirstOrDefault(server => Comparer.Equals(server.Name, name));

    /// <summary>Returns the server with a name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public static IncomingMailServer Find(IEnumerable<IncomingMailServer> servers, string name) => TryFind(servers, name) ?? throw NotFound(name);

    /// <summary>Creates the error for an unknown server.</summary>
    public static EmailSettingsException NotFound(string name) => SettingsErrors.IncomingServerNotFound.Error(SettingBlocks.Incoming.Path, name);

    private sealed class KeyComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null || y is null ? x == y
            : System.Text.Ascii.IsValid(x) && System.Text.Ascii.IsValid(y) ? x.AsSpan().Trim().Equals(y.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
            : Key(x) == Key(y);

        // Ignore case for ASCII keys as well, which non-ASCII names can have too (the Kelvin sign is a k).
        public int GetHashCode(string obj) => string.GetHashCode(System.Text.Ascii.IsValid(obj) ? obj.AsSpan().Trim() : Key(obj), StringComparison.OrdinalIgnoreCase);
    }
}
