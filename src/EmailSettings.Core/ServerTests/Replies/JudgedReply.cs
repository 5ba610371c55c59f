using System.Text;
using EmailSettings.Mail;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// A reply as rules read it: its codes, and its text in lower case on one line. Servers break sentences over lines and repeat
/// the enhanced code on each, so that phrases are looked for in the joined text.
/// </summary>
internal sealed class JudgedReply
{
    // Longer replies repeat themselves or are no reply. Rules take one pass over the text for each phrase.
    private const int MostChars = 4000;

    private readonly string _text;

    private JudgedReply(int code, EnhancedStatusCode? enhanced, string? responseCode, IEnumerable<string> lines)
    {
        Code = code;
        Enhanced = enhanced;
        ResponseCode = responseCode;
        _text = Join(lines);
    }

    /// <summary>The reply code of SMTP; 0 for IMAP.</summary>
    public int Code { get; }

    /// <summary>The enhanced status code; null for none.</summary>
    public EnhancedStatusCode? Enhanced { get; }

    /// <summary>The response code of IMAP in upper case; null for none.</summary>
    public string? ResponseCode { get; }

    /// <summary>A reply of a session.</summary>
    public static JudgedReply Of(ServerReply reply) => reply switch
    {
        SmtpReply smtp => new JudgedReply(smtp.Code, smtp.EnhancedStatus, null, smtp.Lines),
        ImapReply imap => new JudgedReply(0, null, imap.ResponseCode, imap.Lines),
        _ => new JudgedReply(0, null, null, reply.Lines),
    };

    /// <summary>A reply of which the parts are known.</summary>
    /// <param name="code">The reply code of SMTP; 0 for none.</param>
    /// <param name="enhanced">The enhanced status code; null for none.</param>
    /// <param name="responseCode">The response code of IMAP; null for none.</param>
    /// <param name="lines">The text.</param>
    public static JudgedReply Of(int code, EnhancedStatusCode? enhanced, string? responseCode, IEnumerable<string> lines) => new(code, enhanced, responseCode, lines);

    /// <summary>The phrase stands in the text.</summary>
    /// <param name="phrase">Lower case; <c>*</c> stands for anything between two parts, which must follow each other.</param>
    public bool Says(string phrase)
    {
        var at = 0;
        foreach (var part in phrase.AsSpan().Split('*'))
        {
            var found = _text.AsSpan(at).IndexOf(phrase.AsSpan(part), StringComparison.Ordinal);
            if (found < 0) return false;
            at += found + part.End.Value - part.Start.Value;
        }
        return true;
    }

    /// <summary>The text holds this address or name, in whatever case.</summary>
    public bool Names(string? text) => !string.IsNullOrEmpty(text) && _text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var words = line.AsSpan().Trim();
            if (EnhancedStatusCode.TryParse(words) is not null) words = words[(words.IndexOf(' ') is var end and >= 0 ? end : words.Length)..];
            Append(text, words);
            if (text.Length >= MostChars) break;
        }
        return text.ToString();
    }

    // Control characters and runs of white space are one space.
    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        if (text.Length > 0) text.Append(' ');
        foreach (var c in words)
        {
            if (text.Length >= MostChars) return;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) text.Append(char.ToLowerInvariant(c));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
    }
}
