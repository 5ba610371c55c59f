namespace EmailSettings.Core.ServerTests;

/// <summary>A real message that a test sends.</summary>
public sealed record TestMessage
{
    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "EmailSettings test message";

    /// <summary>Text of the body.</summary>
    public string Text { get; init; } = "This message tests the outgoing mail server. It can be deleted.";

    /// <summary>Where to look for the message once it is sent; null for nowhere.</summary>
    public IncomingTestRequest? FindAgain { get; init; }

    /// <summary>How long to look for it. 60 s; the whole test's limit ends the search as well.</summary>
    public TimeSpan FindWithin { get; init; } = TimeSpan.FromSeconds(60);
}
