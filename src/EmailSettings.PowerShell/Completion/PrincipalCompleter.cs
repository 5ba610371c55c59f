using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes accounts and groups that hold rights, with their rights.</summary>
internal sealed class PrincipalCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Rights.List().GroupBy(grant => grant.Principal, StringComparer.Ordinal).Select(held => (held.Key, string.Join(", ", held.Select(grant => grant.Right))));
}
