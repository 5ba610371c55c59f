using EmailSettings.Core.Judging;

namespace EmailSettings.Core.ServerTests;

/// <summary>A real message that a test sends.</summary>
public sealed record TestMessage
{
    /// <summary>What stands in it; the settings decide charset and encodings.</summary>
    public TestMessageContent Content { get; init; } = new();

    /// <summary>A file to write the message to as well (<c>.eml</c>), as a full path; null for none.</summary>
    public string? OutPath { get; init; }

    /// <summary>Where to look for the message once it is sent; null for nowhere.</summary>
    public IncomingTestRequest? FindAgain { get; init; }

    /// <summary>How long to look for it. 60 s; the whole test's limit ends the search as well.</summary>
    public TimeSpan FindWithin { get; init; } = TimeSpan.FromSeconds(ServerTestLimits.DefaultFindSeconds);

    /// <summary>
    /// The authserv-id of the receiving server, whose verdicts on SPF, DKIM and DMARC count; null for that of the topmost field.
    /// </summary>
    public string? AuthenticationServer { get; init; }
}
