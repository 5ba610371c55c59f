using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Names of the incoming mail servers, each with its authentication and address.</summary>
public sealed class IncomingServerCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Settings.ReadIncomingServers().Select(server => (server.Name, $"{server.Authentication} {server.Address}"));
}
