using System.Globalization;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes revisions of the latest changes, newest first, with the changes and who made them.</summary>
internal sealed class RevisionCompleter : StoreCompleter
{
    private const int Most = 50;

    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Settings.ReadHistory(new HistoryFilter { Last = Most }).Where(change => change.Refusal is null).Select(change => (
            change.Revision.ToString(CultureInfo.InvariantCulture),
            $"{string.Join(", ", change.Changes.Select(field => field.Path))} by {change.Account}"));
}
