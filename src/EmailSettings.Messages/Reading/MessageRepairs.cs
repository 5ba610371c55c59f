namespace EmailSettings.Messages.Reading;

/// <summary>Faults of a message that were looked through.</summary>
[Flags]
public enum MessageRepairs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>
    /// A Content-Type broke the syntax (RFC 2045 section 5.1): no subtype, a missing semicolon, another header run into it.
    /// </summary>
    ContentType = 1,

    /// <summary>A multipart named no boundary; the first line that looks like one was taken.</summary>
    Boundary = 2,

    /// <summary>Lines end in CR alone.</summary>
    LineEnds = 4,

    /// <summary>The header did not end within <see cref="HeaderGuard.MaxBytes"/>; what follows was not read.</summary>
    EndlessHeader = 8,
}
