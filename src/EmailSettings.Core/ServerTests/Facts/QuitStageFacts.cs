using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The goodbye.</summary>
public sealed record QuitStageFacts : FactRecord
{
    /// <summary>The server's answer.</summary>
    public string? ServerText { get; init; }
}
