namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// Where in a session a reply stands. Servers answer one command with what they think of another, so a rule names every place it
/// may stand at.
/// </summary>
[Flags]
internal enum ReplyPlace
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In place of a greeting.</summary>
    Greeting = 1,

    /// <summary>In answer to EHLO, HELO or CAPABILITY.</summary>
    Hello = 2,

    /// <summary>In answer to STARTTLS.</summary>
    StartTls = 4,

    /// <summary>In answer to AUTH, AUTHENTICATE or LOGIN.</summary>
    Login = 8,

    /// <summary>In answer to MAIL FROM.</summary>
    Sender = 16,

    /// <summary>In answer to RCPT TO.</summary>
    Recipient = 32,

    /// <summary>In answer to DATA, or after the message.</summary>
    Message = 64,

    /// <summary>In answer to EXAMINE and what follows it.</summary>
    Mailbox = 128,

    /// <summary>From MAIL FROM to the end of the message.</summary>
    Delivery = Sender | Recipient | Message,

    /// <summary>Before a login.</summary>
    Opening = Greeting | Hello | StartTls,

    /// <summary>Everywhere; or nobody knows, as with a line from a log.</summary>
    Anywhere = Opening | Login | Delivery | Mailbox,
}
