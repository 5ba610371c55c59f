using EmailSettings.Core.ServerTests;

namespace EmailSettings.PowerShell.Completion;

/// <summary>How a test logs in at an incoming server, which no one does anonymously.</summary>
public sealed class IncomingTestAuthenticationCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        Enum.GetNames<TestAuthentication>().Where(name => name != nameof(TestAuthentication.Anonymous)).Select(name => (name, ""));
}
