namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>A row for each mistake made with a server.</summary>
/// <param name="server">The name of its kind.</param>
public sealed class MistakesOfAttribute(string server) : OnServerAttribute(server)
{
    private protected override IEnumerable<string> CasesOf(ServerKind kind) => kind.Mistakes.Select(expected => expected.Mistake.Name);
}
