namespace EmailSettings.Core.Settings;

/// <summary>
/// A pattern for paths of settings, such as <c>outgoingServer.port</c>, <c>incomingServers[Contoso*]</c> or
/// <c>*.secretExpires</c>: <c>*</c> stands for any characters, <c>?</c> for one, every other character for itself, all without
/// case. What names a block or a server covers all that is in it.
/// </summary>
/// <param name="text">The pattern.</param>
public sealed class PathPattern(string text)
{
    /// <summary>True if the pattern names the path or something that the path is in.</summary>
    /// <param name="path">For example <c>incomingServers[Contoso].address</c>.</param>
    public bool Covers(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Matches(path)) return true;
        for (var at = path.Length - 1; at > 0; at--)
        {
            if (path[at] is '.' or '[' && Matches(path.AsSpan(0, at))) return true;
        }
        return false;
    }

    /// <summary>True if the pattern stands for the whole text.</summary>
    public bool Matches(ReadOnlySpan<char> whole)
    {
        var (at, inPattern, star, retry) = (0, 0, -1, 0);
        while (at < whole.Length)
        {
            if (inPattern < text.Length && text[inPattern] == '*')
            {
                star = inPattern++;
                retry = at;
            }
            else if (inPattern < text.Length && (text[inPattern] == '?' || char.ToUpperInvariant(text[inPattern]) == char.ToUpperInvariant(whole[at])))
            {
                inPattern++;
                at++;
            }
            else if (star >= 0)
            {
                inPattern = star + 1;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }
        while (inPattern < text.Length && text[inPattern] == '*') inPattern++;
        return inPattern == text.Length;
    }

    /// <summary>The pattern as it was given.</summary>
    public override string ToString() => text;
}
