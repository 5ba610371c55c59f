namespace EmailSettings.Core.Presentation;

/// <summary>Output of many JSON documents, one per line (JSON Lines), which need not fit in memory at once.</summary>
/// <param name="Documents">The documents.</param>
public sealed record JsonLines(IEnumerable<object?> Documents);
