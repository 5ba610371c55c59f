using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>What a mistake leads to.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Id">The finding that is the cause.</param>
/// <param name="Stage">The stage that fails.</param>
internal sealed record ExpectedFinding(ServerMistake Mistake, string Id, TestStage Stage);
