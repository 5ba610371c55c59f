namespace EmailSettings.Core.Settings;

/// <summary>
/// A pattern for paths of settings, such as <c>outgoingServer.port</c>, <c>incomingServers[Contoso*]</c> or
/// <c>*.secretExpires</c>: <c>*</c> matches any characters, <c>?</c> one character; case-insensitive. A pattern for a block or
/// server covers everything in it.
/// </summary>
/// <param name="text">The pattern.</param>
public sealed class PathPattern(string text)
{
    /// <summary>Returns whether the pattern matches the path or something that contains it.</summary>
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

    /// <summary>Returns whether the pattern matches the whole text.</summary>
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

    /// <summary>Returns the pattern as given.</summary>
    public override string ToString() => text;
}
