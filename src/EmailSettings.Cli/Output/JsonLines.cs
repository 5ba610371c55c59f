namespace EmailSettings.Cli.Output;

/// <summary>An answer of many JSON documents, one per line (JSON Lines), which need not fit in memory at once.</summary>
/// <param name="Documents">The documents.</param>
internal sealed record JsonLines(IEnumerable<object?> Documents);
