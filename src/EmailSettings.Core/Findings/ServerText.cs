using System.Text;
using System.Text.RegularExpressions;

namespace EmailSettings.Core.Findings;

/// <summary>
/// Makes what an HTTP server said fit to be kept: without the secrets that were sent to it (a hostile or talkative one
/// sends them back), on one line, escaped and cut.
/// </summary>
internal sealed partial class ServerText
{
    private const int MaxLength = 2000;

    private readonly List<string> _secrets = [];

    /// <param name="secrets">What was sent and must not come back: secrets, passwords, tokens, user names.</param>
    public ServerText(params ReadOnlySpan<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length == 0) continue;
            string[] forms =
            [
                secret,
                Uri.EscapeDataString(secret),
                Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
                Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            ];
            _secrets.AddRange(forms.Distinct(StringComparer.Ordinal));
        }
        // Longest first, so that no form is broken by a shorter one inside it.
        _secrets.Sort((left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>The text as it may be kept; null for none.</summary>
    public string? Keep(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        foreach (var secret in _secrets)
            text = text.Replace(secret, "[redacted]", StringComparison.OrdinalIgnoreCase);
        return DisplayText.Shorten(LineBreaks().Replace(text.Trim(), " "), MaxLength);
    }

    [GeneratedRegex(@"[\r\n\t]+")]
    private static partial Regex LineBreaks();
}
