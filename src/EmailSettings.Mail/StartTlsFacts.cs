using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>What became of STARTTLS (RFC 3207, RFC 3501 §6.2.1).</summary>
public sealed record StartTlsFacts : FactRecord
{
    /// <summary>The server lists STARTTLS among its capabilities.</summary>
    public required bool Offered { get; init; }

    /// <summary>The server agreed; the handshake is next.</summary>
    public required bool Accepted { get; init; }

    /// <summary>How many bytes were there before our ClientHello; they were discarded unread. 0 where all is well.</summary>
    public int InjectedBytes { get; init; }

    /// <summary>The server's answer to the command, or null where it was not sent.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>The text of that answer.</summary>
    public string? ServerText => Reply is null ? null : Redactor.OneLine(Reply.Text);
}
