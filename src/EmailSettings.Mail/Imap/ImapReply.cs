namespace EmailSettings.Mail.Imap;

/// <summary>
/// A tagged response, a greeting or a BYE (RFC 3501 §7.1). <see cref="ServerReply.Lines"/> starts with its text, followed by the
/// texts of preceding untagged NO, BAD and BYE responses.
/// </summary>
public sealed record ImapReply : ServerReply
{
    /// <summary>The status.</summary>
    public required ImapStatus Kind { get; init; }

    /// <summary>The response code in upper case (<c>UNAVAILABLE</c>, RFC 5530); null if none.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>The response code's argument; null if none.</summary>
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
