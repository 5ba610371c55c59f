using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Health;

/// <summary>The tests of stored servers that need nothing but stored settings and secrets.</summary>
/// <param name="Settings">The stored settings.</param>
/// <param name="Requests">The test requests.</param>
/// <param name="Skipped">The servers whose test needs something that is never stored, with what it is.</param>
public sealed record StoredServerTests(TestedSettings Settings, IReadOnlyList<ServerTestRequest> Requests, IReadOnlyList<HealthCheck> Skipped)
{
    internal static HealthCheck NeedsUser(string server) => new(
        HealthReport.NameOf(TestKind.Incoming, DisplayText.Escape(server)), CheckStatus.Skipped,
        [MissingValues.UserOfStoredServer()]);
}
