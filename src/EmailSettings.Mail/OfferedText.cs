using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>Lists that a server or certificate gives, cut to what a person reads.</summary>
internal static class OfferedText
{
    private const int MostLines = 100;
    private const int LineChars = 500;

    /// <summary>The first hundred, each of 500 characters at most.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts) =>
        (string[])[.. texts.Take(MostLines).Select(text => DisplayText.Shorten(text, LineChars))];
}
