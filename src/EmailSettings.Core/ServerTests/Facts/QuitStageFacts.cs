using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The end of the session.</summary>
public sealed record QuitStageFacts : FactRecord
{
    /// <summary>The server's reply.</summary>
    public string? ServerText { get; init; }
}
