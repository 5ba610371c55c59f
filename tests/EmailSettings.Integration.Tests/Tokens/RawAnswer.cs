namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>An answer to every request, whatever it asks.</summary>
public sealed record RawAnswer(int Status, string Body, string ContentType = "application/json", string? RetryAfter = null, string? Location = null)
{
    /// <summary>How the paths end that get this answer; empty means all.</summary>
    public string PathEnd { get; init; } = "";
}
