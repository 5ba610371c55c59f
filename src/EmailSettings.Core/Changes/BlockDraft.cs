namespace EmailSettings.Core.Changes;

/// <summary>A block under change: how it was, how it is to be, and which fields the change names.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="before">How it was.</param>
/// <param name="path">Path of its fields in changes and faults.</param>
internal sealed class BlockDraft<TBlock>(TBlock before, string path)
{
    public TBlock Before { get; } = before;

    public TBlock After { get; set; } = before;

    /// <summary>Where faults are said to be: the path, or the place in the document that the change comes from.</summary>
    public string At { get; set; } = path;

    public string Path { get; } = path;

    /// <summary>1-based line in the document that named the block last.</summary>
    public int? Line { get; set; }

    public bool IsTouched { get; set; }

    /// <summary>Fields named with a value, and the line of each in the document.</summary>
    public Dictionary<string, int?> Named { get; } = new(StringComparer.Ordinal);

    public bool Names(string field) => Named.ContainsKey(field);
}
