using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the authentication of the outgoing server.</summary>
internal sealed class OutgoingAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<OutgoingAuthentication>().Select(name => (name, ""));
}
