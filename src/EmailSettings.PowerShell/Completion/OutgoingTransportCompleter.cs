using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Over what a test of outgoing mail goes.</summary>
public sealed class OutgoingTransportCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TestTransport.Auto), "By the rights in the token"),
        (nameof(TestTransport.Smtp), "SMTP"),
        (nameof(TestTransport.Graph), "Microsoft Graph"),
    ];
}
