namespace EmailSettings.Core.Judging;

/// <summary>A file to test.</summary>
/// <param name="Path">The path.</param>
/// <param name="IsNamed">Whether it was named explicitly rather than found in a folder; then it is a finding if it is not a
/// mail.</param>
internal sealed record MessageFilePath(string Path, bool IsNamed)
{
    /// <summary>Why it cannot be read; null if it can.</summary>
    public string? Fault { get; init; }
}
