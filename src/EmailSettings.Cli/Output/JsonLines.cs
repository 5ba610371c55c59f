namespace EmailSettings.Cli.Output;

/// <summary>
/// An answer of many JSON documents, one a line (JSON Lines), where there may be more than anybody wants to hold at once.
/// </summary>
/// <param name="Documents">The documents.</param>
internal sealed record JsonLines(IEnumerable<object?> Documents);
