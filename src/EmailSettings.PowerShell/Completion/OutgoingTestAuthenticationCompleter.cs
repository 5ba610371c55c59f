using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>How a test logs in at the outgoing server.</summary>
public sealed class OutgoingTestAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<TestAuthentication>().Select(name => (name, ""));
}
