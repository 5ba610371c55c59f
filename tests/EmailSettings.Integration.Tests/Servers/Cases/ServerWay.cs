using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Diagnosis;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A working way to use a server.</summary>
/// <param name="Name">What is used.</param>
/// <param name="Request">Creates the request.</param>
/// <param name="Mechanism">The expected login mechanism; null for none.</param>
/// <param name="Stages">The stages that pass; a login without TLS causes a warning.</param>
internal sealed record ServerWay(string Name, Func<RealServer, MailSystemBench, ServerTestRequest> Request, string? Mechanism, IReadOnlyList<TestStage> Stages)
{
    public override string ToString() => Name;
}
