namespace EmailSettings.Messages.Reading;

/// <summary>What a file is, by its first bytes.</summary>
public enum MessageFileKind
{
    /// <summary>One message (RFC 5322).</summary>
    Message,

    /// <summary>Messages in an mbox file (RFC 4155).</summary>
    Mailbox,

    /// <summary>An item saved by Outlook as <c>.msg</c>: a compound file ([MS-CFB]), no mail as it travels.</summary>
    OutlookItem,

    /// <summary>No byte.</summary>
    Empty,

    /// <summary>Something else.</summary>
    Other,
}
