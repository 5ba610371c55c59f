namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stages Limits, Envelope and Message.</summary>
public static class DeliveryFindings
{
    /// <summary>The next step after a 4xx reply, which asks to come back (RFC 5321 section 4.2.1).</summary>
    internal const string LaterStep = "Test again in a few minutes, since the server's code (4xx) says that it may pass; its words are not known here, and the command that it answers ({value}) is all that points there. If it persists, ask the server's administrator.";

    /// <summary>The next step where a login is there and may not relay.</summary>
    internal const string RelayForLoginStep = "Have the server let this login send to the recipient's domain: it is logged in, and still may not relay there.";

    /// <summary>The next step where relaying is refused and no login is on offer.</summary>
    internal const string RelayWithoutLoginStep = "Use the submission port (587 with STARTTLS, or 465) with a login: this one offers none; or have the server relay for this machine's address.";

    /// <summary>The next step where no rule knows what the server says.</summary>
    internal const string UnknownWordsStep = "Read the server's text: its words are not known here, and the command that it answers ({value}) is all that points there. Ask the server's administrator where they do not tell.";

    /// <summary>The next step where an address needs SMTPUTF8.</summary>
    internal const string AsciiStep = "Use an address in ASCII, or have SMTPUTF8 (RFC 6531) switched on at the server.";

    /// <summary>No SIZE.</summary>
    public static readonly FindingCode LimitsNoSize = new("Limits.NoSize", FindingKind.Warning,
        "The server does not say how large a mail may be (no SIZE), so a mail that is too large is refused only after it was sent whole.",
        "Ask the server's administrator for its limit, and set it as MaxEmailSizeMB.");

    /// <summary>SIZE below what the settings allow. Value: what. Detail: its size. Limit: the server's.</summary>
    public static readonly FindingCode LimitsSizeTooSmall = new("Limits.SizeTooSmall", FindingKind.Warning,
        "The server takes mails of at most {limit}; {value} is {detail}, so larger ones will be refused there.",
        "Set MaxEmailSizeMB and MaxAttachmentSizeMB so that a mail with its attachments, which base64 makes 37 % larger, stays below {limit}; or have the server's limit raised.");

    /// <summary>No 8BITMIME. Value: the settings that need it.</summary>
    public static readonly FindingCode LimitsNo8BitMime = new("Limits.No8BitMime", FindingKind.Warning,
        "The server does not offer 8BITMIME (RFC 6152), and {value} says 8bit.",
        "Set SentEncoding and AttachmentEncodings to quoted-printable or base64 for this server, or have 8BITMIME switched on there.");

    /// <summary>No BINARYMIME. Value: the settings that need it.</summary>
    public static readonly FindingCode LimitsNoBinaryMime = new("Limits.NoBinaryMime", FindingKind.Warning,
        "The server does not offer BINARYMIME with CHUNKING (RFC 3030), and {value} says binary.",
        "Set SentEncoding and AttachmentEncodings to base64 where they say binary.");

    /// <summary>A limit above the platform's fixed cap. Value: the limit set. Limit: the cap.</summary>
    public static readonly FindingCode LimitsAboveFixedCap = new("Limits.AboveFixedCap", FindingKind.Warning,
        "{field} is {value} MB, and the platform's fixed cap of {limit} MB wins.",
        "Set {field} to {limit} or less, so that it shows the limit that works.");

    /// <summary>MAIL FROM is refused.</summary>
    public static readonly FindingCode EnvelopeSenderRefused = new("Envelope.SenderRefused", FindingKind.Server,
        "The server refuses the sender.",
        "Use a sender that the account may send as, in a domain that the server serves.")
    {
        Microsoft365Step = "Send as the mailbox that logs in, or give it 'Send As' on the sender's mailbox in the Exchange admin centre.",
    };

    /// <summary>RCPT TO is refused.</summary>
    public static readonly FindingCode EnvelopeRecipientRefused = new("Envelope.RecipientRefused", FindingKind.Server,
        "The server refuses the recipient.",
        "Check the spelling of the recipient's address, and that its mailbox exists.");

    /// <summary>The server does not relay.</summary>
    public static readonly FindingCode EnvelopeRelayDenied = new("Envelope.RelayDenied", FindingKind.Server,
        "The server does not take mail for the recipient's domain from this machine (relaying denied).",
        "Log in (authentication Basic or OAuthService), or have the server relay for this machine's address.");

    /// <summary>Too large.</summary>
    public static readonly FindingCode MessageTooLarge = new("Message.TooLarge", FindingKind.Server,
        "The server refuses the message because of its size.",
        "Lower MaxEmailSizeMB to the server's limit, or have that limit raised.");

    /// <summary>Refused after DATA.</summary>
    public static readonly FindingCode MessageRefused = new("Message.Refused", FindingKind.Server,
        "The server refuses the message itself.",
        "Read the server's text: a content filter, a quota or the sender's reputation decide here.");

    /// <summary>Not found again. Value: where. Detail: why.</summary>
    public static readonly FindingCode MessageNotFoundAgain = new("Message.NotFoundAgain", FindingKind.Server,
        "The message was taken by the outgoing server and not found in {value}: {detail}.",
        "Look into the junk folder and at the outgoing server's log for the message's id; delivery may also take longer than the test waits.");
}
