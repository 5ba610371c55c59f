using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Completion;

/// <summary>How the platform at the outgoing server is authenticated.</summary>
public sealed class OutgoingAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<OutgoingAuthentication>().Select(name => (name, ""));
}
