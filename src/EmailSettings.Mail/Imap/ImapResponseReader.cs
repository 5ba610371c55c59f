using System.Globalization;
using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads responses.</summary>
internal static class ImapResponseReader
{
    private const int MaxTagChars = 32;

    /// <summary>Reads the next response.</summary>
    /// <param name="wire">The connection.</param>
    /// <param name="budget">The remaining size limits of the reply.</param>
    /// <param name="hideContinuation">Whether a continuation's text is a SASL challenge, to be kept out of the
    /// transcript.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="WireException">Not a response, too long, an unexpected literal, or nothing came.</exception>
    public static async ValueTask<ImapResponse> ReadAsync(WireConnection wire, ReplyBudget budget, bool hideContinuation, CancellationToken cancellationToken)
    {
        await wire.ReadLineAsync(budget, cancellationToken).ConfigureAwait(false);
        var response = Begin(wire, wire.Line, hideContinuation);
        if (!IsStatus(response) && !response.IsContinuation && LiteralLength(wire.Line) is not null)
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

    // The text of a status response is free-form, so braces at its end do not announce a literal.
    private static bool IsStatus(ImapResponse response) => response.Word is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    /// <summary>Gets the literal length at the end of a line, <c>{n}</c> or <c>{n+}</c>, capped.</summary>
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
