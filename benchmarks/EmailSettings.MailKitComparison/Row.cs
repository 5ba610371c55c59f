using EmailSettings.Benchmarks;

namespace EmailSettings.MailKitComparison;

/// <summary>One thing to measure.</summary>
internal sealed record Row(string Name, Action Bare, Action Ours, Target Target);
