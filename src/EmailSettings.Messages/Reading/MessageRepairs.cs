namespace EmailSettings.Messages.Reading;

/// <summary>Faults of a message that were repaired.</summary>
[Flags]
public enum MessageRepairs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>
    /// A Content-Type had invalid syntax (RFC 2045 section 5.1): no subtype, a missing semicolon, another header on its line.
    /// </summary>
    ContentType = 1,

    /// <summary>A multipart had no boundary parameter; the first line that looks like a boundary was used.</summary>
    Boundary = 2,

    /// <summary>Lines end in a bare CR.</summary>
    LineEnds = 4,

    /// <summary>The header did not end within <see cref="HeaderGuard.MaxBytes"/>; the rest was not read.</summary>
    EndlessHeader = 8,
}
