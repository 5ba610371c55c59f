using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Diagnosis;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A mistake, the same with each server.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Request">Makes it.</param>
internal sealed record ServerMistake(string Name, Func<RealServer, MailSystemBench, ServerTestRequest> Request)
{
    /// <summary>What must be special about the server.</summary>
    public ServerOptions Options { get; init; } = ServerOptions.Usual;

    /// <summary>Whether the test trusts the CA that issued the server's certificate.</summary>
    public bool TrustsIssuer { get; init; } = true;

    /// <summary>Whether others hold a connection meanwhile.</summary>
    public bool IsBusy { get; init; }

    /// <summary>How a server makes it known.</summary>
    public ExpectedFinding Gives(string id, TestStage stage) => new(this, id, stage);

    public override string ToString() => Name;
}
