using System.Globalization;
using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads responses, with their literals, up to what was asked for.</summary>
internal static class ImapResponseReader
{
    private const int MaxTagChars = 32;
    private const int MaxLiterals = 8;

    /// <summary>The next response.</summary>
    /// <param name="wire">The connection.</param>
    /// <param name="budget">What the reply may cost.</param>
    /// <param name="maxLiteral">The largest literal that may come, in bytes; 0 for none.</param>
    /// <param name="hideContinuation">A continuation's text is a challenge of SASL, which the transcript does not show.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="WireException">It is no response, is too long, or never came.</exception>
    public static async ValueTask<ImapResponse> ReadAsync(WireConnection wire, ReplyBudget budget, int maxLiteral, bool hideContinuation, CancellationToken cancellationToken)
    {
        var line = await wire.ReadLineAsync(budget, cancellationToken).ConfigureAwait(false);
        var first = Begin(wire, line.Span, hideContinuation);
        if (IsStatus(first) || first.IsContinuation || LiteralLength(line.Span) is not { } length)
            return first;

        var text = new StringBuilder(first.Text);
        byte[]? literal = null;
        for (int? next = length, count = 0; next is { } bytes; count++)
        {
            if (bytes > maxLiteral || count == MaxLiterals)
                throw WireException.TooLong(first.Text);
            var content = await wire.ReadLiteralAsync((int)bytes, budget, cancellationToken).ConfigureAwait(false);
            literal ??= content;
            wire.Transcript.Add(TranscriptDirection.Server, $"[{WireInput.Number(bytes)} bytes]");
            line = await wire.ReadLineAsync(budget, cancellationToken).ConfigureAwait(false);
            var more = wire.Clean(line.Span);
            wire.Transcript.Add(TranscriptDirection.Server, more);
            text.Append(more);
            next = LiteralLength(line.Span);
        }

        return new ImapResponse(first.Tag, text.ToString(), literal);
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
        return new ImapResponse(said[..tag.Length], said.Length > tag.Length ? said[(tag.Length + 1)..] : string.Empty, null);
    }

    // The text of a status response is for people, and may end in braces without announcing anything.
    private static bool IsStatus(ImapResponse response) => response.Word is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    /// <summary>The length at the end of a line: <c>{n}</c>, or <c>{n+}</c>; capped, since no such literal may come.</summary>
    private static int? LiteralLength(ReadOnlySpan<byte> line)
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
