using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>The result of STARTTLS (RFC 3207, RFC 3501 §6.2.1).</summary>
public sealed record StartTlsFacts : FactRecord
{
    /// <summary>Whether the server offers STARTTLS.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether the server accepted; the handshake is next.</summary>
    public required bool Accepted { get; init; }

    /// <summary>The number of bytes that arrived before the ClientHello; they were discarded unread. Normally 0.</summary>
    public int InjectedBytes { get; init; }

    /// <summary>The server's reply to the command; null if it was not sent.</summary>
    [Unlisted]
    public ServerReply? Reply { get; init; }

    /// <summary>The text of that reply.</summary>
    public string? ServerText => Reply is null ? null : Redactor.OneLine(Reply.Text);
}
