using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes names of incoming mail servers, with their authentication and address.</summary>
internal sealed class IncomingServerCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Settings.ReadIncomingServers().Select(server => (server.Name, $"{server.Authentication} {server.Address}"));
}
