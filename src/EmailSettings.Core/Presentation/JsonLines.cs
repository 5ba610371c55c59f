namespace EmailSettings.Core.Presentation;

/// <summary>
/// An answer of many JSON documents, one a line (JSON Lines), where there may be more than anybody wants to hold at once.
/// </summary>
/// <param name="Documents">The documents.</param>
public sealed record JsonLines(IEnumerable<object?> Documents);
