using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Changes.History;

/// <summary>Which incoming server of one state is which of another.</summary>
internal static class ServerPairs
{
    /// <summary>The same identity first, which a renamed server keeps, then the same name without case; in the order of the left, then of the right.</summary>
    public static IEnumerable<(IncomingMailServer? Left, IncomingMailServer? Right)> Of(IReadOnlyList<IncomingMailServer> left, IReadOnlyList<IncomingMailServer> right)
    {
        var byId = right.ToDictionary(server => server.Id);
        var partners = new Dictionary<Guid, IncomingMailServer>();
        foreach (var server in left)
        {
            if (byId.Remove(server.Id, out var same)) partners[server.Id] = same;
        }
        var byName = byId.Values.ToDictionary(server => ServerName.Key(server.Name), StringComparer.Ordinal);
        foreach (var server in left.Where(server => !partners.ContainsKey(server.Id)))
        {
            if (byName.Remove(ServerName.Key(server.Name), out var same)) partners[server.Id] = same;
        }
        foreach (var server in left) yield return (server, partners.GetValueOrDefault(server.Id));
        foreach (var server in right.Where(server => byName.ContainsKey(ServerName.Key(server.Name)) && byName[ServerName.Key(server.Name)].Id == server.Id)) yield return (null, server);
    }
}
