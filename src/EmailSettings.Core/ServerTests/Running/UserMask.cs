using System.Text;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>
/// Takes the user names of a login out of what a server says. The session does so within the login; servers repeat them
/// later as well, and so does Graph.
/// </summary>
internal sealed class UserMask
{
    private const string Mark = "[user]";

    // A shorter name would be found inside ordinary words.
    private const int MinLength = 4;

    private readonly List<string> _forms = [];

    public UserMask(params ReadOnlySpan<string?> users)
    {
        foreach (var user in users)
        {
            if (user is not { Length: >= MinLength }) continue;
            _forms.AddRange([user, Convert.ToBase64String(Encoding.UTF8.GetBytes(user)), Uri.EscapeDataString(user)]);
        }
        _forms.Sort((left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>The text without the names.</summary>
    public string? Hide(string? text)
    {
        if (text is null) return null;
        foreach (var form in _forms) text = text.Replace(form, Mark, StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
