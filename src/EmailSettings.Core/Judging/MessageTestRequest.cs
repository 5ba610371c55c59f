namespace EmailSettings.Core.Judging;

/// <summary>Which messages to test, and under which settings.</summary>
public sealed record MessageTestRequest
{
    /// <summary>Files and folders, as full paths.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Folders below the folders, too.</summary>
    public bool Recurse { get; init; }

    /// <summary>A message, or an mbox file, that is read to its end; null for none. Stays the caller's to dispose.</summary>
    public Stream? Input { get; init; }

    /// <summary>Which way the messages go.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>A settings document whose values count as if it had been imported; null for the stored settings.</summary>
    public string? DocumentPath { get; init; }

    /// <summary>A settings document to compare with: only what would be treated differently is given. Null for none.</summary>
    public string? CompareWithPath { get; init; }
}
