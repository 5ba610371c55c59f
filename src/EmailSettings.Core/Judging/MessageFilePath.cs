namespace EmailSettings.Core.Judging;

/// <summary>A file to look at.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsNamed">It was named, and not met in a folder: where it is no mail, that is a finding.</param>
internal sealed record MessageFilePath(string Path, bool IsNamed)
{
    /// <summary>Why it cannot be looked at; null where it can.</summary>
    public string? Fault { get; init; }
}
