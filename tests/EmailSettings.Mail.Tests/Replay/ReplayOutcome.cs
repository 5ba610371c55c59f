namespace EmailSettings.Mail.Tests.Replay;

/// <summary>How a replay went.</summary>
/// <param name="Succeeded">How many steps succeeded.</param>
/// <param name="Failure">The first failure, or null.</param>
/// <param name="AllocatedBytes">What was allocated in all.</param>
internal sealed record ReplayOutcome(int Succeeded, MailFailure? Failure, long AllocatedBytes);
