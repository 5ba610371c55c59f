namespace EmailSettings.Core.Judging;

/// <summary>What becomes of one attachment.</summary>
public sealed record JudgedAttachment
{
    /// <summary>Name in the message, control characters escaped; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>Size in bytes, decoded.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>It belongs to the body, as pictures in HTML do.</summary>
    public bool IsInline { get; init; }

    /// <summary>Incoming: where it is kept.</summary>
    public AttachmentPlace? GoesTo { get; init; }

    /// <summary>Incoming, to the folder: <c>YYYY\MM\DD\name</c> below it.</summary>
    public string? Path { get; init; }

    /// <summary>Outgoing: the transfer encoding that the settings name.</summary>
    public string? Encoding { get; init; }

    /// <summary>Outgoing: the transfer encoding that it gets.</summary>
    public string? UsedEncoding { get; init; }

    /// <summary>The name it is saved under, before it is made unique.</summary>
    internal string SafeName { get; init; } = "";

    /// <summary>Name or type, and where it goes or how it is encoded.</summary>
    public override string ToString() => $"{Name ?? MediaType} ({SizeBytes} bytes) {GoesTo?.ToString() ?? UsedEncoding}";
}
