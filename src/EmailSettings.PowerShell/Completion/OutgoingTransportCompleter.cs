using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the transport of a test of outgoing mail.</summary>
internal sealed class OutgoingTransportCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TestTransport.Auto), "Depends on the permissions in the token"),
        (nameof(TestTransport.Smtp), "SMTP"),
        (nameof(TestTransport.Graph), "Microsoft Graph"),
    ];
}
