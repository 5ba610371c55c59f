namespace EmailSettings.Core.Judging;

/// <summary>The content of a test message.</summary>
public sealed record TestMessageContent
{
    /// <summary>The subject; a unique id is appended to it.</summary>
    public string Subject { get; init; } = "EmailSettings test message";

    /// <summary>The body text.</summary>
    public string Text { get; init; } = "This message tests the outgoing mail server. It can be deleted.";

    /// <summary>Files to attach, as full paths.</summary>
    public IReadOnlyList<string> AttachmentPaths { get; init; } = [];

    /// <summary>Whether to attach samples: sound, text, and all byte values.</summary>
    public bool WithSamples { get; init; }
}
