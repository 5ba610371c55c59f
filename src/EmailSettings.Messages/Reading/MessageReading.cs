namespace EmailSettings.Messages.Reading;

/// <summary>One message as it was read.</summary>
public sealed record MessageReading
{
    /// <summary>Size in bytes as the message stands in its file; in a mailbox, without the line that begins it.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Size of the header in bytes, the empty line behind it included.</summary>
    public long HeaderBytes { get; init; }

    /// <summary>The parts were read, not the header alone.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The header.</summary>
    public required MessageHeader Header { get; init; }

    /// <summary>
    /// Media type of the message itself, lower case, as it was understood; <c>text/plain</c> where none is named.
    /// </summary>
    public required string MediaType { get; init; }

    /// <summary>
    /// Texts that stand for the body, in the file's order: text/plain and text/html without a file name that are no attachments.
    /// </summary>
    public required IReadOnlyList<MessagePart> Bodies { get; init; }

    /// <summary>Every other part, in the file's order.</summary>
    public required IReadOnlyList<MessagePart> Attachments { get; init; }

    /// <summary>Parts beyond <see cref="PartCollector.MaxParts"/>, counted and not listed.</summary>
    public int OmittedParts { get; init; }

    /// <summary>What the standards do not allow and was understood all the same.</summary>
    public MessageRepairs Repairs { get; init; }

    /// <summary>A body holds a character that is not white space.</summary>
    public bool BodyFound => Bodies.Any(body => body.HasText);
}
