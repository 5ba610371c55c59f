namespace EmailSettings.Core.ServerTests;

/// <summary>Whether a test is repeated where it fails by something that passes.</summary>
/// <param name="Count">How often it is repeated at most, 1 or more.</param>
/// <param name="Pause">How long to wait before each time.</param>
public sealed record TestRetry(int Count, TimeSpan Pause);
