using System.Text;
using EmailSettings.Mail;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// A reply prepared for rules: its codes, and its text in lower case on one line. Servers break sentences across lines and repeat
/// the enhanced code on each, so phrases are searched in the joined text.
/// </summary>
internal sealed class NormalizedReply
{
    // Longer replies are repetitive or not replies. Each phrase of a rule takes a pass over the text.
    private const int MaxChars = 4000;

    private readonly string _text;

    private NormalizedReply(int code, EnhancedStatusCode? enhanced, string? responseCode, IEnumerable<string> lines)
    {
        Code = code;
        Enhanced = enhanced;
        ResponseCode = responseCode;
        _text = Join(lines);
    }

    /// <summary>The SMTP reply code; 0 for IMAP.</summary>
    public int Code { get; }

    /// <summary>The enhanced status code; null if none.</summary>
    public EnhancedStatusCode? Enhanced { get; }

    /// <summary>The IMAP response code in upper case; null if none.</summary>
    public string? ResponseCode { get; }

    /// <summary>Creates it from a session's reply.</summary>
    public static NormalizedReply Of(ServerReply reply) => reply switch
    {
        SmtpReply smtp => new NormalizedReply(smtp.Code, smtp.EnhancedStatus, null, smtp.Lines),
        ImapReply imap => new NormalizedReply(0, null, imap.ResponseCode, imap.Lines),
        _ => new NormalizedReply(0, null, null, reply.Lines),
    };

    /// <summary>Creates it from its parts.</summary>
    /// <param name="code">The SMTP reply code; 0 if none.</param>
    /// <param name="enhanced">The enhanced status code; null if none.</param>
    /// <param name="responseCode">The IMAP response code; null if none.</param>
    /// <param name="lines">The text.</param>
    public static NormalizedReply Of(int code, EnhancedStatusCode? enhanced, string? responseCode, IEnumerable<string> lines) => new(code, enhanced, responseCode, lines);

    /// <summary>Returns whether the text contains a phrase.</summary>
    /// <param name="phrase">Lower case; <c>*</c> matches anything between two parts.</param>
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

    /// <summary>Returns whether the text contains an address or name, ignoring case.</summary>
    public bool Names(string? text) => !string.IsNullOrEmpty(text) && _text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var words = line.AsSpan().Trim();
            if (EnhancedStatusCode.TryParse(words) is not null) words = words[(words.IndexOf(' ') is var end and >= 0 ? end : words.Length)..];
            Append(text, words);
            if (text.Length >= MaxChars) break;
        }
        return text.ToString();
    }

    // Replaces control characters and runs of white space with one space.
    private static void Append(StringBuilder text, ReadOnlySpan<char> words)
    {
        if (text.Length > 0) text.Append(' ');
        foreach (var c in words)
        {
            if (text.Length >= MaxChars) return;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) text.Append(char.ToLowerInvariant(c));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
    }
}
