using System.Text;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Smtp;

/// <summary>Reads single-line and multiline replies (RFC 5321 §4.2.1).</summary>
internal static class SmtpReplyReader
{
    /// <summary>Reads the next reply.</summary>
    /// <param name="wire">The connection.</param>
    /// <param name="hideText">Whether text after 334 is a SASL challenge: it is returned as received, and the transcript shows
    /// only the code.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="WireException">Not a reply, too long, or nothing came.</exception>
    public static async Task<SmtpReply> ReadAsync(WireConnection wire, bool hideText, CancellationToken cancellationToken)
    {
        var budget = new ReplyBudget();
        var lines = new List<string>();
        var code = 0;
        while (true)
        {
            await wire.ReadLineAsync(budget, cancellationToken).ConfigureAwait(false);
            var more = Add(wire, wire.Line, lines, ref code, hideText);
            if (!budget.Keep())
                throw WireException.TooLong(lines[0]);
            if (!more)
                return new SmtpReply { Code = code, EnhancedStatus = EnhancedStatusCode.TryParse(lines[0]), Lines = lines };
        }
    }

    /// <summary>Adds a line to the reply; returns whether more follow.</summary>
    private static bool Add(WireConnection wire, ReadOnlySpan<byte> line, List<string> lines, ref int code, bool hideText)
    {
        var found = TryCode(line);
        if (found is null || (lines.Count > 0 && found != code))
        {
            wire.Transcript.Add(TranscriptDirection.Server, wire.Excerpt(line));
            throw wire.NoReply(MailFailureKind.Malformed, line);
        }

        code = found.Value;
        var hidden = hideText && code == SmtpCodes.Continue;
        var said = hidden ? Encoding.Latin1.GetString(line) : wire.Clean(line);
        wire.Transcript.Add(TranscriptDirection.Server, hidden ? $"{code} [challenge]" : said);
        lines.Add(said.Length > 4 ? said[4..] : string.Empty);
        return line.Length > 3 && line[3] == (byte)'-';
    }

    private static int? TryCode(ReadOnlySpan<byte> line) =>
        line is [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9']
            or [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-', ..]
            ? ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0')
            : null;
}
