namespace EmailSettings.Core.Judging;

/// <summary>What happens to an attachment.</summary>
public sealed record JudgedAttachment
{
    /// <summary>The name in the message, with control characters escaped; null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>The decoded size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Whether it belongs to the body, like pictures in HTML.</summary>
    public bool IsInline { get; init; }

    /// <summary>Incoming: where it is stored.</summary>
    public AttachmentPlace? GoesTo { get; init; }

    /// <summary>Incoming, if stored in the folder: the relative path <c>YYYY\MM\DD\name</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Outgoing: the configured transfer encoding.</summary>
    public string? Encoding { get; init; }

    /// <summary>Outgoing: the transfer encoding used.</summary>
    public string? UsedEncoding { get; init; }

    /// <summary>The file name, before it is made unique.</summary>
    internal string SafeName { get; init; } = "";

    /// <summary>Returns name or type, and where it is stored or how it is encoded.</summary>
    public override string ToString() => $"{Name ?? MediaType} ({SizeBytes} bytes) {GoesTo?.ToString() ?? UsedEncoding}";
}
