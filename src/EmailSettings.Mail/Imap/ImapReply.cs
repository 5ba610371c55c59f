namespace EmailSettings.Mail.Imap;

/// <summary>
/// A tagged response, a greeting or a BYE (RFC 3501 §7.1). <see cref="ServerReply.Lines"/>: its text first, then the texts of
/// untagged NO, BAD and BYE that came before it.
/// </summary>
public sealed record ImapReply : ServerReply
{
    /// <summary>The status.</summary>
    public required ImapStatus Kind { get; init; }

    /// <summary>The name of the response code in upper case (<c>UNAVAILABLE</c>, RFC 5530), or null.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>What follows the response code's name within the brackets, or null.</summary>
    public string? ResponseCodeArgument { get; init; }

    /// <inheritdoc/>
    public override bool EndsSession => Kind == ImapStatus.Bye;

    /// <inheritdoc/>
    public override string Status => Kind switch
    {
        ImapStatus.Ok => "OK",
        ImapStatus.No => "NO",
        ImapStatus.Bad => "BAD",
        ImapStatus.PreAuth => "PREAUTH",
        _ => "BYE",
    };
}
