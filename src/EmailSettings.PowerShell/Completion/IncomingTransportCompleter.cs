using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the transport of a test of incoming mail.</summary>
internal sealed class IncomingTransportCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TestTransport.Auto), "Depends on the permissions in the token"),
        (nameof(TestTransport.Imap), "IMAP"),
        (nameof(TestTransport.Graph), "Microsoft Graph"),
    ];
}
