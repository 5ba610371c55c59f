using EmailSettings.Core.Diagnosis;

namespace EmailSettings.PowerShell;

/// <summary>How a test logs in at the outgoing server.</summary>
public sealed class OutgoingTestAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<TestAuthentication>().Select(name => (name, ""));
}
