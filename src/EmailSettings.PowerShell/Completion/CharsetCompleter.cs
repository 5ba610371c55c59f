using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes common charsets of mail.</summary>
internal sealed class CharsetCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => CharsetType.Common.Select(name => (name, ""));
}
