namespace EmailSettings.Core.Presentation;

/// <summary>A name and its value: a property of a JSON object, a line of a page.</summary>
/// <param name="Name">camelCase.</param>
/// <param name="Value">Text, number, Boolean, time, date, enum, named values (an object), another list (an array), or null.</param>
/// <param name="Shown">The text that a page shows instead of the value; null for the value itself.</param>
public sealed record NamedValue(string Name, object? Value, string? Shown = null);
