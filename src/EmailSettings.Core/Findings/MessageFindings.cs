namespace EmailSettings.Core.Findings;

/// <summary>Findings of tests of messages.</summary>
public static class MessageFindings
{
    /// <summary>Larger than what is read. Value: its size. Limit: the setting.</summary>
    public static readonly FindingCode MessageBodyDropped = new("Message.BodyDropped", FindingKind.Warning,
        "The mail has {value} and MaxIncomingSizeKB lets {limit} through, so body and attachments are dropped and the text for mail that is too large is used instead.",
        "Raise MaxIncomingSizeKB (at most 100000), or have the sender put large files elsewhere; base64 makes attachments 37 % larger on the way.");

    /// <summary>No body.</summary>
    public static readonly FindingCode MessageNoBody = new("Message.NoBody", FindingKind.Warning,
        "The mail has no body text, so the text for mail without a body is used instead.",
        "Look into the attachments: what the sender wrote may be there.");

    /// <summary>White space alone.</summary>
    public static readonly FindingCode MessageWhiteSpaceBody = new("Message.WhiteSpaceBody", FindingKind.Warning,
        "The body is nothing but white space, so the text for mail without a body is used instead.",
        "Look into the attachments: what the sender wrote may be there.");

    /// <summary>HTML without a plain text.</summary>
    public static readonly FindingCode MessageHtmlAlone = new("Message.HtmlAlone", FindingKind.Warning,
        "The body is HTML and has no plain text beside it.",
        "Nothing needs to be done where agents see HTML; elsewhere have the sender's program add a plain text.");

    /// <summary>An invitation and nothing else.</summary>
    public static readonly FindingCode MessageCalendarAlone = new("Message.CalendarAlone", FindingKind.Warning,
        "The mail is an invitation (text/calendar) without a text.",
        "Answer it from a calendar program; in the platform it shows as a mail with an attachment.");

    /// <summary>Signed or encrypted so that the text cannot be seen. Value: the type.</summary>
    public static readonly FindingCode MessageOpaqueSmime = new("Message.OpaqueSmime", FindingKind.Warning,
        "The mail is signed or encrypted as one block ({value}), so its text cannot be read without S/MIME.",
        "Have the sender use clear signing (multipart/signed) or not encrypt mail to this address.");

    /// <summary>Outlook's own format.</summary>
    public static readonly FindingCode MessageOutlookRichText = new("Message.OutlookRichText", FindingKind.Warning,
        "The mail is in Outlook's rich text: text formats and attachments are inside winmail.dat.",
        "Have the sender use HTML or plain text for mail to the internet (in Exchange: switch off rich text for remote domains).");

    /// <summary>A delivery report.</summary>
    public static readonly FindingCode MessageDeliveryReport = new("Message.DeliveryReport", FindingKind.Warning,
        "The mail is a delivery report (multipart/report), not a message of a customer.",
        "Have a mailbox rule sort such reports out, so that no agent has to deal with one.");

    /// <summary>Charset and bytes differ. Value: the charset. Detail: what is wrong.</summary>
    public static readonly FindingCode MessageCharsetWrong = new("Message.CharsetWrong", FindingKind.Warning,
        "The text's charset '{value}' {detail}, so letters may be lost.",
        "Tell the administrator of the sending program: it has to name the charset that it writes.");

    /// <summary>Broken and understood. Value: what is broken.</summary>
    public static readonly FindingCode MessageRepaired = new("Message.Repaired", FindingKind.Warning,
        "The mail breaks the standards ({value}). It was understood here; other programs lose its text or attachments.",
        "Tell the administrator of the sending program.");

    /// <summary>A header without end. Limit: how much was read.</summary>
    public static readonly FindingCode MessageEndlessHeader = new("Message.EndlessHeader", FindingKind.Warning,
        "A header field does not end within {limit}, and nothing behind it was read.",
        "Treat the mail as an attack or as damaged.");

    /// <summary>More parts than are listed. Value: how many more.</summary>
    public static readonly FindingCode MessageTooManyParts = new("Message.TooManyParts", FindingKind.Warning,
        "The mail has {value} more parts than are listed.",
        "Treat the mail as an attack or as damaged.");

    /// <summary>A name that cannot be a file's. Value: the name. Detail: the one it gets.</summary>
    public static readonly FindingCode MessageNameChanged = new("Message.NameChanged", FindingKind.Warning,
        "The attachment '{value}' is saved as '{detail}', because its name cannot be a file's as it stands.",
        "Nothing needs to be done.");

    /// <summary>An encoding that the content does not permit. Value: what. Detail: the encoding. Limit: the one used.</summary>
    public static readonly FindingCode MessageEncodingNotPermitted = new("Message.EncodingNotPermitted", FindingKind.Warning,
        "The settings name {detail} for {value}, which its content does not permit; {limit} is used.",
        "Set base64 for this file type in AttachmentEncodings, or for the body in SentEncoding.");

    /// <summary>An encoding that the server does not take. Value: what. Detail: the encoding. Limit: the extension.</summary>
    public static readonly FindingCode MessageEncodingNotOffered = new("Message.EncodingNotOffered", FindingKind.Warning,
        "The settings name {detail} for {value}, which takes {limit} on the server's side; base64 is used.",
        "Set base64 in AttachmentEncodings and SentEncoding, or have the server take that encoding.");

    /// <summary>A charset that lacks characters. Value: the charset.</summary>
    public static readonly FindingCode MessageCharsetLacks = new("Message.CharsetLacks", FindingKind.Warning,
        "BodyCharset '{value}' lacks characters of the text, which become question marks.",
        "Set BodyCharset to utf-8.");

    /// <summary>Larger than may be sent. Value: the size. Limit: the limit. Detail: the setting.</summary>
    public static readonly FindingCode MessageAboveMailLimit = new("Message.AboveMailLimit", FindingKind.Server,
        "The mail has {value} on the wire and {detail} lets {limit} through, so it is not sent.",
        "Send fewer or smaller attachments, or raise the limit where it is not the platform's own.");

    /// <summary>An attachment larger than may be sent. Value: name and size. Limit: the limit. Detail: the setting.</summary>
    public static readonly FindingCode MessageAboveAttachmentLimit = new("Message.AboveAttachmentLimit", FindingKind.Server,
        "The attachment {value} is larger than {detail} lets through ({limit}), so the mail is not sent.",
        "Send the file another way, or raise the limit where it is not the platform's own.");

    /// <summary>Too many recipients. Value: how many. Limit: the setting.</summary>
    public static readonly FindingCode MessageTooManyRecipients = new("Message.TooManyRecipients", FindingKind.Server,
        "The mail has {value} recipients in To, Cc and Bcc, and MaxRecipients is {limit}, so it is not sent.",
        "Send it in several mails, or raise MaxRecipients to what the server takes.");

    /// <summary>No recipient.</summary>
    public static readonly FindingCode MessageNoRecipient = new("Message.NoRecipient", FindingKind.Server,
        "The mail names no recipient in To, Cc or Bcc.",
        "Add one.");

    /// <summary>Found in junk. Value: the folder.</summary>
    public static readonly FindingCode MessageInJunk = new("Message.InJunk", FindingKind.Warning,
        "The message arrived in the folder for junk ({value}).",
        "Look at the verdicts on SPF, DKIM and DMARC below, and at the sender's reputation; recipients will not see such mail.");

    /// <summary>Attachments that are not what was sent.</summary>
    public static readonly FindingCode MessageAttachmentsChanged = new("Message.AttachmentsChanged", FindingKind.Server,
        "The attachments did not come back as they were sent: bytes or whole files are different.",
        "Set base64 in AttachmentEncodings; if it persists, look for a filter on the way that removes or rewrites attachments.");

    /// <summary>Neither SPF nor DKIM. Value: the verdicts.</summary>
    public static readonly FindingCode MessageNotAuthenticated = new("Message.NotAuthenticated", FindingKind.Warning,
        "The receiving server does not trust the message ({value}).",
        "List the outgoing server in the SPF record of the sender's domain, have it sign with DKIM for that domain, and publish a DMARC record.");

    /// <summary>A pass of another domain. Value: which.</summary>
    public static readonly FindingCode MessageNotAligned = new("Message.NotAligned", FindingKind.Warning,
        "What passed ({value}) belongs to another domain than From's, so it proves nothing of the sender.",
        "Have the server sign with DKIM for the domain of From, or use an envelope sender of that domain.");

    /// <summary>No verdicts.</summary>
    public static readonly FindingCode MessageNoVerdicts = new("Message.NoVerdicts", FindingKind.Warning,
        "The receiving server wrote no verdicts on SPF, DKIM and DMARC that count.",
        "Look at a mailbox outside the own domain; inside, servers often do not check.");

    /// <summary>No mail.</summary>
    public static readonly FindingCode MessageNotMail = new("Message.NotMail", FindingKind.Server,
        "The file is no mail: it does not begin with header fields.",
        "Give a mail as it travels: a file with header fields and text, usually .eml, or an mbox file.");

    /// <summary>An Outlook item.</summary>
    public static readonly FindingCode MessageOutlookItem = new("Message.OutlookItem", FindingKind.Server,
        "The file is an Outlook item (.msg), not the mail as it travelled.",
        "Open it in Outlook and save it as .eml, or export the original from the mailbox.");

    /// <summary>Nothing in it.</summary>
    public static readonly FindingCode MessageEmpty = new("Message.Empty", FindingKind.Server,
        "The file is empty.",
        "Give a mail as it travels, usually an .eml file.");

    /// <summary>It cannot be read. Detail: why.</summary>
    public static readonly FindingCode MessageUnreadable = new("Message.Unreadable", FindingKind.Server,
        "The file cannot be read: {detail}",
        "Give this account the right to read it, or copy it elsewhere.");

    /// <summary>It changed meanwhile.</summary>
    public static readonly FindingCode MessageChangedMeanwhile = new("Message.ChangedMeanwhile", FindingKind.Warning,
        "The file was changed while it was read, so the result may be neither of the old nor of the new one.",
        "Test it again once nothing writes to it.");
}
