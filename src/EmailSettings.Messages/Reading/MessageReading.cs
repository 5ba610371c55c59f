namespace EmailSettings.Messages.Reading;

/// <summary>The content of a message.</summary>
public sealed record MessageReading
{
    /// <summary>The size in bytes in its file; in an mbox file, without the separator line.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The size of the header in bytes, including the empty line after it.</summary>
    public long HeaderBytes { get; init; }

    /// <summary>Whether the parts were read, not only the header.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The header.</summary>
    public required MessageHeader Header { get; init; }

    /// <summary>The media type of the message itself, lower case, after repairs; <c>text/plain</c> if none is declared.</summary>
    public required string MediaType { get; init; }

    /// <summary>
    /// The parts of the body in file order: text/plain and text/html parts without a file name that are not attachments.
    /// </summary>
    public required IReadOnlyList<MessagePart> Bodies { get; init; }

    /// <summary>All other parts in file order.</summary>
    public required IReadOnlyList<MessagePart> Attachments { get; init; }

    /// <summary>The number of parts beyond <see cref="PartCollector.MaxParts"/>, which are not listed.</summary>
    public int OmittedParts { get; init; }

    /// <summary>Violations of the standards that were repaired.</summary>
    public MessageRepairs Repairs { get; init; }

    /// <summary>Whether a body contains a character other than white space.</summary>
    public bool BodyFound => Bodies.Any(body => body.HasText);
}
