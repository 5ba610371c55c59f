using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>The expected result of a mistake.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Id">The primary finding.</param>
/// <param name="Stage">The stage that fails.</param>
internal sealed record ExpectedFinding(ServerMistake Mistake, string Id, TestStage Stage);
