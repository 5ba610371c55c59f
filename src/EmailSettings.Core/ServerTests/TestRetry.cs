namespace EmailSettings.Core.ServerTests;

/// <summary>How a test is repeated after temporary failures.</summary>
/// <param name="Count">The maximum number of repetitions, 1 or more.</param>
/// <param name="Pause">The pause before each repetition.</param>
public sealed record TestRetry(int Count, TimeSpan Pause);
