using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Diagnosis;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A mistake that can be made with every server.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Request">Creates the request.</param>
internal sealed record ServerMistake(string Name, Func<RealServer, MailSystemBench, ServerTestRequest> Request)
{
    /// <summary>The server's options.</summary>
    public ServerOptions Options { get; init; } = ServerOptions.Usual;

    /// <summary>Whether the test trusts the CA that issued the server's certificate.</summary>
    public bool TrustsIssuer { get; init; } = true;

    /// <summary>Whether others hold a connection meanwhile.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Creates the expected result for a server.</summary>
    public ExpectedFinding Gives(string id, TestStage stage) => new(this, id, stage);

    public override string ToString() => Name;
}
