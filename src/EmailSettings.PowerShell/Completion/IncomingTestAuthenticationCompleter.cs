using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the authentication of a test of an incoming server, which is never anonymous.</summary>
internal sealed class IncomingTestAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        Enum.GetNames<TestAuthentication>().Where(name => name != nameof(TestAuthentication.Anonymous)).Select(name => (name, ""));
}
