namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// Where in a session a reply occurs. Servers often answer one command with an objection to another, so a rule lists all places
/// where the reply may occur.
/// </summary>
[Flags]
internal enum ReplyPosition
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>Instead of a greeting.</summary>
    Greeting = 1,

    /// <summary>In reply to EHLO, HELO or CAPABILITY.</summary>
    Hello = 2,

    /// <summary>In reply to STARTTLS.</summary>
    StartTls = 4,

    /// <summary>In reply to AUTH, AUTHENTICATE or LOGIN.</summary>
    Login = 8,

    /// <summary>In reply to MAIL FROM.</summary>
    Sender = 16,

    /// <summary>In reply to RCPT TO.</summary>
    Recipient = 32,

    /// <summary>In reply to DATA, or after the message.</summary>
    Message = 64,

    /// <summary>In reply to EXAMINE and later commands.</summary>
    Mailbox = 128,

    /// <summary>From MAIL FROM to the end of the message.</summary>
    Delivery = Sender | Recipient | Message,

    /// <summary>Before a login.</summary>
    Opening = Greeting | Hello | StartTls,

    /// <summary>Anywhere, or unknown, as for a line from a log.</summary>
    Anywhere = Opening | Login | Delivery | Mailbox,
}
