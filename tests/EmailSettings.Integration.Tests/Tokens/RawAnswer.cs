namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>A fixed answer to every request.</summary>
public sealed record RawAnswer(int Status, string Body, string ContentType = "application/json", string? RetryAfter = null, string? Location = null)
{
    /// <summary>The end of the paths that get this answer; empty for all.</summary>
    public string PathEnd { get; init; } = "";
}
