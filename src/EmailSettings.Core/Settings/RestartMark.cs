namespace EmailSettings.Core.Settings;

/// <summary>A component that must be restarted before a change takes effect.</summary>
/// <param name="Component">The component, for example <c>Agent Server</c>.</param>
/// <param name="Fields">The changed fields, in the order of their first change.</param>
/// <param name="Since">When the first of them changed, UTC.</param>
public sealed record RestartMark(string Component, IReadOnlyList<string> Fields, DateTimeOffset Since);
