namespace EmailSettings.Core.Findings;

/// <summary>Findings of message tests.</summary>
public static class MessageFindings
{
    /// <summary>Larger than the incoming limit. Value: its size. Limit: the setting.</summary>
    public static readonly FindingCode MessageBodyDropped = new("Message.BodyDropped", FindingKind.Warning,
        "The mail has {value} but MaxIncomingSizeKB allows {limit}, so body and attachments are dropped and the TooLarge text is used instead.",
        "Raise MaxIncomingSizeKB (at most 100000), or have the sender share large files another way; base64 makes attachments 37 % larger.");

    /// <summary>No body.</summary>
    public static readonly FindingCode MessageNoBody = new("Message.NoBody", FindingKind.Warning,
        "The mail has no body text, so the NoBody text is used instead.",
        "Look into the attachments: what the sender wrote may be there.");

    /// <summary>A white-space body.</summary>
    public static readonly FindingCode MessageWhiteSpaceBody = new("Message.WhiteSpaceBody", FindingKind.Warning,
        "The body is only white space, so the NoBody text is used instead.",
        "Look into the attachments: what the sender wrote may be there.");

    /// <summary>HTML without plain text.</summary>
    public static readonly FindingCode MessageHtmlAlone = new("Message.HtmlAlone", FindingKind.Warning,
        "The body is HTML without a plain-text alternative.",
        "Nothing needs to be done if agents see HTML; otherwise have the sender's program add plain text.");

    /// <summary>An invitation without text.</summary>
    public static readonly FindingCode MessageCalendarAlone = new("Message.CalendarAlone", FindingKind.Warning,
        "The mail is an invitation (text/calendar) without text.",
        "Answer it from a calendar program; the platform shows it as a mail with an attachment.");

    /// <summary>Opaque S/MIME. Value: the type.</summary>
    public static readonly FindingCode MessageOpaqueSmime = new("Message.OpaqueSmime", FindingKind.Warning,
        "The mail is opaquely signed or encrypted ({value}), so its text cannot be read without S/MIME.",
        "Have the sender use clear signing (multipart/signed), or not encrypt mail to this address.");

    /// <summary>Outlook's rich text format.</summary>
    public static readonly FindingCode MessageOutlookRichText = new("Message.OutlookRichText", FindingKind.Warning,
        "The mail is in Outlook's rich text format: formatting and attachments are inside winmail.dat.",
        "Have the sender use HTML or plain text for mail to the internet (in Exchange, disable rich text for remote domains).");

    /// <summary>A delivery report.</summary>
    public static readonly FindingCode MessageDeliveryReport = new("Message.DeliveryReport", FindingKind.Warning,
        "The mail is a delivery report (multipart/report), not a customer's message.",
        "Have a mailbox rule filter out such reports.");

    /// <summary>The charset does not match the bytes. Value: the charset. Detail: what is wrong.</summary>
    public static readonly FindingCode MessageCharsetWrong = new("Message.CharsetWrong", FindingKind.Warning,
        "The text's charset '{value}' {detail}, so characters may be lost.",
        "Inform the administrator of the sending program: it must declare the charset that it uses.");

    /// <summary>Malformed but understood. Value: what is malformed.</summary>
    public static readonly FindingCode MessageRepaired = new("Message.Repaired", FindingKind.Warning,
        "The mail violates the standards ({value}). It was understood here, but other programs may lose its text or attachments.",
        "Inform the administrator of the sending program.");

    /// <summary>An endless header field. Limit: how much was read.</summary>
    public static readonly FindingCode MessageEndlessHeader = new("Message.EndlessHeader", FindingKind.Warning,
        "A header field does not end within {limit}; nothing after it was read.",
        "Treat the mail as an attack or as damaged.");

    /// <summary>Too many parts. Value: how many more.</summary>
    public static readonly FindingCode MessageTooManyParts = new("Message.TooManyParts", FindingKind.Warning,
        "The mail has {value} more parts than are listed.",
        "Treat the mail as an attack or as damaged.");

    /// <summary>An unsafe file name. Value: the name. Detail: the new name.</summary>
    public static readonly FindingCode MessageNameChanged = new("Message.NameChanged", FindingKind.Warning,
        "The attachment '{value}' is saved as '{detail}', because its name is not a valid file name.",
        "Nothing needs to be done.");

    /// <summary>
    /// An encoding that the content does not permit. Value: the part. Detail: the encoding. Limit: the one used instead.
    /// </summary>
    public static readonly FindingCode MessageEncodingNotPermitted = new("Message.EncodingNotPermitted", FindingKind.Warning,
        "The settings require {detail} for {value}, which its content does not permit; {limit} is used instead.",
        "Set base64 for this file type in AttachmentEncodings, or for the body in SentEncoding.");

    /// <summary>
    /// An encoding that the server does not support. Value: the part. Detail: the encoding. Limit: the extension.
    /// </summary>
    public static readonly FindingCode MessageEncodingNotOffered = new("Message.EncodingNotOffered", FindingKind.Warning,
        "The settings require {detail} for {value}, but the server does not offer {limit}; base64 is used instead.",
        "Set base64 in AttachmentEncodings and SentEncoding, or have the server support that encoding.");

    /// <summary>A charset that lacks characters. Value: the charset.</summary>
    public static readonly FindingCode MessageCharsetLacks = new("Message.CharsetLacks", FindingKind.Warning,
        "BodyCharset '{value}' lacks some characters of the text, which become question marks.",
        "Set BodyCharset to utf-8.");

    /// <summary>The mail is too large. Value: the size. Limit: the limit. Detail: the setting.</summary>
    public static readonly FindingCode MessageAboveMailLimit = new("Message.AboveMailLimit", FindingKind.Server,
        "The encoded mail has {value} but {detail} allows {limit}, so it is not sent.",
        "Send fewer or smaller attachments, or raise the limit unless it is the platform's fixed cap.");

    /// <summary>An attachment is too large. Value: name and size. Limit: the limit. Detail: the setting.</summary>
    public static readonly FindingCode MessageAboveAttachmentLimit = new("Message.AboveAttachmentLimit", FindingKind.Server,
        "The attachment {value} is larger than {detail} allows ({limit}), so the mail is not sent.",
        "Send the file another way, or raise the limit unless it is the platform's fixed cap.");

    /// <summary>Too many recipients. Value: how many. Limit: the setting.</summary>
    public static readonly FindingCode MessageTooManyRecipients = new("Message.TooManyRecipients", FindingKind.Server,
        "The mail has {value} recipients in To, Cc and Bcc but MaxRecipients is {limit}, so it is not sent.",
        "Send it in several mails, or raise MaxRecipients up to the server's limit.");

    /// <summary>No recipient.</summary>
    public static readonly FindingCode MessageNoRecipient = new("Message.NoRecipient", FindingKind.Server,
        "The mail has no recipient in To, Cc or Bcc.",
        "Add one.");

    /// <summary>Found in junk. Value: the folder.</summary>
    public static readonly FindingCode MessageInJunk = new("Message.InJunk", FindingKind.Warning,
        "The message arrived in the junk folder ({value}).",
        "Check the SPF, DKIM and DMARC results below and the sender's reputation.");

    /// <summary>Attachments that differ from those sent.</summary>
    public static readonly FindingCode MessageAttachmentsChanged = new("Message.AttachmentsChanged", FindingKind.Server,
        "The attachments did not arrive as they were sent: bytes or whole files differ.",
        "Set base64 in AttachmentEncodings; if it persists, look for a filter on the path that removes or rewrites attachments.");

    /// <summary>Neither SPF nor DKIM passed. Value: the results.</summary>
    public static readonly FindingCode MessageNotAuthenticated = new("Message.NotAuthenticated", FindingKind.Warning,
        "The receiving server does not trust the message ({value}).",
        "List the outgoing server in the SPF record of the sender's domain, have it sign with DKIM for that domain, and publish a DMARC record.");

    /// <summary>A pass for another domain. Value: which.</summary>
    public static readonly FindingCode MessageNotAligned = new("Message.NotAligned", FindingKind.Warning,
        "The checks that passed ({value}) are for a domain other than From's, so they do not authenticate the sender.",
        "Have the server sign with DKIM for the domain of From, or use an envelope sender of that domain.");

    /// <summary>No authentication results.</summary>
    public static readonly FindingCode MessageNoVerdicts = new("Message.NoVerdicts", FindingKind.Warning,
        "The receiving server recorded no trustworthy SPF, DKIM or DMARC results.",
        "Test with a mailbox in another domain; servers often do not check internal mail.");

    /// <summary>Not a mail.</summary>
    public static readonly FindingCode MessageNotMail = new("Message.NotMail", FindingKind.Server,
        "The file is not a mail: it does not begin with header fields.",
        "Specify a mail in internet message format: a file with header fields and text, usually .eml, or an mbox file.");

    /// <summary>An Outlook item.</summary>
    public static readonly FindingCode MessageOutlookItem = new("Message.OutlookItem", FindingKind.Server,
        "The file is an Outlook item (.msg), not a mail in internet message format.",
        "Open it in Outlook and save it as .eml, or export the original from the mailbox.");

    /// <summary>An empty file.</summary>
    public static readonly FindingCode MessageEmpty = new("Message.Empty", FindingKind.Server,
        "The file is empty.",
        "Specify a mail in internet message format, usually an .eml file.");

    /// <summary>An unreadable file. Detail: why.</summary>
    public static readonly FindingCode MessageUnreadable = new("Message.Unreadable", FindingKind.Server,
        "The file cannot be read: {detail}",
        "Give this account permission to read it, or copy it elsewhere.");

    /// <summary>The file changed while it was read.</summary>
    public static readonly FindingCode MessageChangedMeanwhile = new("Message.ChangedMeanwhile", FindingKind.Warning,
        "The file was changed while it was being read, so the result may match neither the old nor the new content.",
        "Test it again when nothing is writing to it.");
}
