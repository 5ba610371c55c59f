namespace EmailSettings.Messages.Reading;

/// <summary>The kind of a file, by its first bytes.</summary>
public enum MessageFileKind
{
    /// <summary>One message (RFC 5322).</summary>
    Message,

    /// <summary>Messages in an mbox file (RFC 4155).</summary>
    Mailbox,

    /// <summary>An item saved by Outlook as <c>.msg</c>: a compound file ([MS-CFB]), not a message in Internet format.</summary>
    OutlookItem,

    /// <summary>An empty file.</summary>
    Empty,

    /// <summary>Anything else.</summary>
    Other,
}
