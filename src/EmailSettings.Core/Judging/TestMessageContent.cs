namespace EmailSettings.Core.Judging;

/// <summary>What stands in a test message.</summary>
public sealed record TestMessageContent
{
    /// <summary>Subject; an id that tells this message from others is added to it.</summary>
    public string Subject { get; init; } = "EmailSettings test message";

    /// <summary>Text of the body.</summary>
    public string Text { get; init; } = "This message tests the outgoing mail server. It can be deleted.";

    /// <summary>Files to attach, as full paths.</summary>
    public IReadOnlyList<string> AttachmentPaths { get; init; } = [];

    /// <summary>Attach samples: sound, text, and bytes of every value.</summary>
    public bool WithSamples { get; init; }
}
