namespace EmailSettings.Core.Judging;

/// <summary>Which messages to test, and under which settings.</summary>
public sealed record MessageTestRequest
{
    /// <summary>Files and folders, as full paths.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether to include subfolders.</summary>
    public bool Recurse { get; init; }

    /// <summary>A message or mbox file to read; null if none. The caller disposes it.</summary>
    public Stream? Input { get; init; }

    /// <summary>The direction of the messages.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>A settings document to apply as if imported; null for the stored settings.</summary>
    public string? DocumentPath { get; init; }

    /// <summary>
    /// A settings document to compare with; then only messages that would be treated differently are returned. Null if none.
    /// </summary>
    public string? CompareWithPath { get; init; }
}
