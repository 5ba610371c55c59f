using System.Globalization;

namespace EmailSettings.Mail.Imap;

/// <summary>Parses status responses (RFC 3501 §7.1).</summary>
internal static class ImapReplyReader
{
    /// <summary>Parses a status response; null if the response is of another kind.</summary>
    public static ImapReply? TryRead(ImapResponse response)
    {
        ImapStatus? kind = response.Word switch
        {
            "OK" => ImapStatus.Ok,
            "NO" => ImapStatus.No,
            "BAD" => ImapStatus.Bad,
            "PREAUTH" => ImapStatus.PreAuth,
            "BYE" => ImapStatus.Bye,
            _ => null,
        };
        if (kind is not { } status)
            return null;
        var text = response.Rest;
        var (code, argument) = ResponseCode(text);
        return new ImapReply { Kind = status, ResponseCode = code, ResponseCodeArgument = argument, Lines = [text] };
    }

    /// <summary>Gets the number after a response code, as in <c>[UIDVALIDITY 5]</c>.</summary>
    public static uint? Number(ImapReply reply, string code) =>
        reply.ResponseCode == code && uint.TryParse(reply.ResponseCodeArgument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (string? Code, string? Argument) ResponseCode(string text)
    {
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        if (end < 2)
            return (null, null);
        var words = text[1..end].Split(' ', 2);
        return (words[0].ToUpperInvariant(), words.Length > 1 ? words[1] : null);
    }
}
