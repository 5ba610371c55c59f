namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The goodbye.</summary>
public sealed record QuitStageFacts : StageFacts
{
    /// <summary>The server's answer.</summary>
    public string? ServerText { get; init; }
}
