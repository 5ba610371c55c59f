namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Limits, Envelope and Message stages.</summary>
public static class DeliveryFindings
{
    /// <summary>The next step after an unrecognized 4xx reply, which asks to retry (RFC 5321 section 4.2.1).</summary>
    internal const string LaterStep = "Test again in a few minutes: the reply code (4xx) means a temporary failure. The server's text is not recognized; this finding is based only on the command that it answers ({value}). If the failure persists, ask the server's administrator.";

    /// <summary>The next step if the login may not relay.</summary>
    internal const string RelayForLoginStep = "Have the server allow this login to send to the recipient's domain.";

    /// <summary>The next step if relaying is denied and no login is offered.</summary>
    internal const string RelayWithoutLoginStep = "Use the submission port (587 with STARTTLS, or 465) with a login, which this port does not offer; or have the server relay for this machine's address.";

    /// <summary>The next step if no rule matches the server's text.</summary>
    internal const string UnknownWordsStep = "Read the server's text: it is not recognized, and this finding is based only on the command that it answers ({value}). If the text does not help, ask the server's administrator.";

    /// <summary>The next step if an address requires SMTPUTF8.</summary>
    internal const string AsciiStep = "Use an ASCII address, or have SMTPUTF8 (RFC 6531) enabled on the server.";

    /// <summary>SIZE is not offered.</summary>
    public static readonly FindingCode LimitsNoSize = new("Limits.NoSize", FindingKind.Warning,
        "The server does not announce its size limit (no SIZE), so a mail that is too large is rejected only after it has been transmitted.",
        "Ask the server's administrator for its limit, and set it as MaxEmailSizeMB.");

    /// <summary>SIZE is below what the settings allow. Value: the setting. Detail: its size. Limit: the server's.</summary>
    public static readonly FindingCode LimitsSizeTooSmall = new("Limits.SizeTooSmall", FindingKind.Warning,
        "The server accepts mails of at most {limit}, but {value} is {detail}.",
        "Set MaxEmailSizeMB and MaxAttachmentSizeMB so that a mail with its attachments, which base64 makes 37 % larger, stays below {limit}, or have the server's limit raised.");

    /// <summary>8BITMIME is not offered. Value: the settings that need it.</summary>
    public static readonly FindingCode LimitsNo8BitMime = new("Limits.No8BitMime", FindingKind.Warning,
        "The server does not offer 8BITMIME (RFC 6152), but {value} is set to 8bit.",
        "Set SentEncoding and AttachmentEncodings to quoted-printable or base64 for this server, or have 8BITMIME enabled there.");

    /// <summary>BINARYMIME is not offered. Value: the settings that need it.</summary>
    public static readonly FindingCode LimitsNoBinaryMime = new("Limits.NoBinaryMime", FindingKind.Warning,
        "The server does not offer BINARYMIME with CHUNKING (RFC 3030), but {value} is set to binary.",
        "Replace binary by base64 in SentEncoding and AttachmentEncodings.");

    /// <summary>A limit above the platform's fixed cap. Value: the configured limit. Limit: the cap.</summary>
    public static readonly FindingCode LimitsAboveFixedCap = new("Limits.AboveFixedCap", FindingKind.Warning,
        "{field} is {value} MB, but the platform's fixed cap is {limit} MB.",
        "Set {field} to {limit} or less, so that it shows the effective limit.");

    /// <summary>MAIL FROM is rejected.</summary>
    public static readonly FindingCode EnvelopeSenderRefused = new("Envelope.SenderRefused", FindingKind.Server,
        "The server rejects the sender.",
        "Use a sender address that the account may send as, in a domain that the server hosts.")
    {
        Microsoft365Step = "Send as the mailbox that logs in, or give it 'Send As' permission on the sender's mailbox in the Exchange admin centre.",
    };

    /// <summary>RCPT TO is rejected.</summary>
    public static readonly FindingCode EnvelopeRecipientRefused = new("Envelope.RecipientRefused", FindingKind.Server,
        "The server rejects the recipient.",
        "Check the spelling of the recipient's address, and that its mailbox exists.");

    /// <summary>Relaying is denied.</summary>
    public static readonly FindingCode EnvelopeRelayDenied = new("Envelope.RelayDenied", FindingKind.Server,
        "The server does not accept mail for the recipient's domain from this machine (relaying denied).",
        "Log in (authentication Basic or OAuthService), or have the server relay for this machine's address.");

    /// <summary>The message is too large.</summary>
    public static readonly FindingCode MessageTooLarge = new("Message.TooLarge", FindingKind.Server,
        "The server rejects the message because of its size.",
        "Lower MaxEmailSizeMB to the server's limit, or have that limit raised.");

    /// <summary>The message is rejected after DATA.</summary>
    public static readonly FindingCode MessageRefused = new("Message.Refused", FindingKind.Server,
        "The server rejects the message itself.",
        "Read the server's text: typical reasons are a content filter, a quota or the sender's reputation.");

    /// <summary>The message did not arrive. Value: the mailbox. Detail: why.</summary>
    public static readonly FindingCode MessageNotFoundAgain = new("Message.NotFoundAgain", FindingKind.Server,
        "The outgoing server accepted the message, but it was not found in {value}: {detail}.",
        "Look in the junk folder, and search the outgoing server's log for the message id; delivery may also take longer than the test waits.");
}
