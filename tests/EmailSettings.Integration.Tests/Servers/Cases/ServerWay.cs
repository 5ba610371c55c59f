using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Diagnosis;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A way to use a server that works.</summary>
/// <param name="Name">What is used.</param>
/// <param name="Request">Asks for it.</param>
/// <param name="Mechanism">The mechanism of the login; null for none.</param>
/// <param name="Stages">What passes; a login in clear is warned of.</param>
internal sealed record ServerWay(string Name, Func<RealServer, MailSystemBench, ServerTestRequest> Request, string? Mechanism, IReadOnlyList<TestStage> Stages)
{
    public override string ToString() => Name;
}
