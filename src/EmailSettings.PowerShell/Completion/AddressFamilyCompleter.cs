using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the addresses that a test connects to.</summary>
internal sealed class AddressFamilyCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (nameof(TestAddressFamily.Auto), "Both families: if one address fails, the next is tried"),
        (nameof(TestAddressFamily.IPv4), "IPv4 addresses alone"),
        (nameof(TestAddressFamily.IPv6), "IPv6 addresses alone"),
    ];
}
