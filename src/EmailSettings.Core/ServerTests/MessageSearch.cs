using EmailSettings.Core.Judging;

namespace EmailSettings.Core.ServerTests;

/// <summary>A message to search for.</summary>
/// <param name="MessageId">The Message-ID including angle brackets (RFC 5322 section 3.6.4).</param>
/// <param name="Within">How long to search.</param>
/// <param name="SentAt">When the server accepted it.</param>
internal sealed record MessageSearch(string MessageId, TimeSpan Within, DateTimeOffset SentAt)
{
    /// <summary>The attachments that were sent.</summary>
    public IReadOnlyList<PreparedAttachment> Attachments { get; init; } = [];

    /// <summary>The domain of From.</summary>
    public string? FromDomain { get; init; }

    /// <summary>The authserv-id whose results are used; null for that of the topmost field.</summary>
    public string? AuthenticationServer { get; init; }
}
