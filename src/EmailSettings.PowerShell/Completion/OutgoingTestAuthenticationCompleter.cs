using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the authentication of a test of the outgoing server.</summary>
internal sealed class OutgoingTestAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<TestAuthentication>().Select(name => (name, ""));
}
