using System.Collections;
using System.Management.Automation;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes from the store that the call names, or else the runspace's.</summary>
internal abstract class StoreCompleter : Completer
{
    /// <summary>The set.</summary>
    private protected abstract IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session);

    private protected sealed override IEnumerable<(string Text, string Tooltip)> Offers(string typed, IDictionary others)
    {
        if (!LanguagePrimitives.TryConvertTo<string>(others[nameof(StoreCmdlet.Store)], out var store) || store.Length == 0) return Offers(RunspaceSession.Current.Session);
        using var session = RunspaceSession.Current.OpenOther(RunspaceSession.FilePath(store));
        return [.. Offers(session)];
    }
}
