using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes names of incoming mail servers, with their authentication and address.</summary>
public sealed class IncomingServerCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        RunspaceSession.Current.Session.Settings.ReadIncomingServers().Select(server => (server.Name, $"{server.Authentication} {server.Address}"));
}
