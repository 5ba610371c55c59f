using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Over what a test of incoming mail goes.</summary>
public sealed class IncomingTransportCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TestTransport.Auto), "By the rights in the token"),
        (nameof(TestTransport.Imap), "IMAP"),
        (nameof(TestTransport.Graph), "Microsoft Graph"),
    ];
}
