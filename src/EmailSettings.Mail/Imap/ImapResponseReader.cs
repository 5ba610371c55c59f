using System.Globalization;
using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads responses.</summary>
internal static class ImapResponseReader
{
    private const int MaxTagChars = 32;

    /// <summary>The next response.</summary>
    /// <param name="wire">The connection.</param>
    /// <param name="budget">What the reply may cost.</param>
    /// <param name="hideContinuation">A continuation's text is a challenge of SASL, which the transcript does not show.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="WireException">It is no response, is too long, announces a literal, which nothing asks for, or never
    /// came.</exception>
    public static async ValueTask<ImapResponse> ReadAsync(WireConnection wire, ReplyBudget budget, bool hideContinuation, CancellationToken cancellationToken)
    {
        var line = await wire.ReadLineAsync(budget, cancellationToken).ConfigureAwait(false);
        var response = Begin(wire, line.Span, hideContinuation);
        if (!IsStatus(response) && !response.IsContinuation && LiteralLength(line.Span) is not null)
            throw WireException.TooLong(response.Text);
        return response;
    }

    private static ImapResponse Begin(WireConnection wire, ReadOnlySpan<byte> line, bool hideContinuation)
    {
        var space = line.IndexOf((byte)' ');
        var tag = space < 0 ? line : line[..space];
        var isTag = tag.Length is > 0 and <= MaxTagChars && Encoding.ASCII.GetString(tag).All(c => char.IsAsciiLetterOrDigit(c) || c is '*' or '+');
        if (!isTag || (space < 0 && tag is not [(byte)'+']))
        {
            wire.Transcript.Add(TranscriptDirection.Server, wire.Excerpt(line));
            throw wire.NoReply(MailFailureKind.Malformed, line);
        }

        var hidden = hideContinuation && tag is [(byte)'+'];
        var said = hidden ? Encoding.Latin1.GetString(line) : wire.Clean(line);
        wire.Transcript.Add(TranscriptDirection.Server, hidden ? "+ [challenge]" : said);
        return new ImapResponse(said[..tag.Length], said.Length > tag.Length ? said[(tag.Length + 1)..] : string.Empty);
    }

    // The text of a status response is for people, and may end in braces without announcing anything.
    private static bool IsStatus(ImapResponse response) => response.Word is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    /// <summary>The length at the end of a line: <c>{n}</c>, or <c>{n+}</c>, capped.</summary>
    public static int? LiteralLength(ReadOnlySpan<byte> line)
    {
        if (line is not [.., (byte)'}'])
            return null;
        var open = line.LastIndexOf((byte)'{');
        if (open < 0)
            return null;
        var digits = line[(open + 1)..^1];
        if (digits is [.., (byte)'+'])
            digits = digits[..^1];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : int.MaxValue;
    }
}
