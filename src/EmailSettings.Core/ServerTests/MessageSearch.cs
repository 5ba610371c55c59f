using EmailSettings.Core.Judging;

namespace EmailSettings.Core.ServerTests;

/// <summary>A message to look for.</summary>
/// <param name="MessageId">Its Message-ID, angle brackets included (RFC 5322 section 3.6.4).</param>
/// <param name="Within">How long to look.</param>
/// <param name="SentAt">When the server took it.</param>
internal sealed record MessageSearch(string MessageId, TimeSpan Within, DateTimeOffset SentAt)
{
    /// <summary>The attachments that were sent.</summary>
    public IReadOnlyList<PreparedAttachment> Attachments { get; init; } = [];

    /// <summary>The domain of From.</summary>
    public string? FromDomain { get; init; }

    /// <summary>The authserv-id whose verdicts count; null for that of the topmost field.</summary>
    public string? AuthenticationServer { get; init; }
}
