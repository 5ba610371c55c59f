namespace EmailSettings.Mail.Tests.Replay;

/// <summary>The outcome of a replay.</summary>
/// <param name="Succeeded">The number of steps that succeeded.</param>
/// <param name="Failure">The first failure; null for none.</param>
/// <param name="AllocatedBytes">The bytes allocated in total.</param>
internal sealed record ReplayOutcome(int Succeeded, MailFailure? Failure, long AllocatedBytes);
