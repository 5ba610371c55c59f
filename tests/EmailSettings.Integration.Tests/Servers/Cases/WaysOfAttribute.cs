namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A row for each way to use a server.</summary>
/// <param name="server">The name of its kind.</param>
public sealed class WaysOfAttribute(string server) : OnServerAttribute(server)
{
    private protected override IEnumerable<string> CasesOf(ServerKind kind) => kind.Ways.Select(way => way.Name);
}
