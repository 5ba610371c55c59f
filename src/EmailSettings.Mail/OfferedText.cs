using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>Limits lists from a server or certificate to a readable size.</summary>
internal static class OfferedText
{
    private const int MaxLines = 100;
    private const int LineChars = 500;

    /// <summary>Returns the first hundred, each cut to 500 characters.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts) =>
        (string[])[.. texts.Take(MaxLines).Select(text => DisplayText.Shorten(text, LineChars))];
}
