namespace EmailSettings.Messages.Composing;

/// <summary>A message to compose.</summary>
public sealed record MessageDraft
{
    /// <summary>Address of From.</summary>
    public required string From { get; init; }

    /// <summary>Addresses of To.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Addresses of Cc.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Text of the body.</summary>
    public required string Text { get; init; }

    /// <summary>IANA name of the charset of the body.</summary>
    public string Charset { get; init; } = "utf-8";

    /// <summary>Transfer encoding of the body.</summary>
    public PartEncoding Encoding { get; init; } = PartEncoding.EightBit;

    /// <summary>Attachments.</summary>
    public IReadOnlyList<DraftAttachment> Attachments { get; init; } = [];

    /// <summary>Date.</summary>
    public required DateTimeOffset Date { get; init; }
}
