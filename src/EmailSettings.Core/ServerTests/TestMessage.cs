using EmailSettings.Core.Judging;

namespace EmailSettings.Core.ServerTests;

/// <summary>A real message that a test sends.</summary>
public sealed record TestMessage
{
    /// <summary>The content; the settings determine charset and encodings.</summary>
    public TestMessageContent Content { get; init; } = new();

    /// <summary>A file to also write the message to (<c>.eml</c>), as a full path; null if none.</summary>
    public string? OutPath { get; init; }

    /// <summary>Where to search for the sent message; null to skip the search.</summary>
    public IncomingTestRequest? FindAgain { get; init; }

    /// <summary>How long to search for it; 60 s by default. The limit of the whole test also applies.</summary>
    public TimeSpan FindWithin { get; init; } = TimeSpan.FromSeconds(ServerTestLimits.DefaultFindSeconds);

    /// <summary>
    /// The authserv-id of the receiving server, whose SPF, DKIM and DMARC results are used; null for that of the topmost field.
    /// </summary>
    public string? AuthenticationServer { get; init; }
}
