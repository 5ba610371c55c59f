using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Charsets that mail is commonly written in.</summary>
public sealed class CharsetCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => CharsetType.Common.Select(name => (name, ""));
}
