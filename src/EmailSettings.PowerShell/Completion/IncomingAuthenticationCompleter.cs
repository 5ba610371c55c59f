using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the authentication of incoming servers.</summary>
internal sealed class IncomingAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<IncomingAuthentication>().Select(name => (name, ""));
}
