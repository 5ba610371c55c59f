using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes the fields of a block that can be reset, with their descriptions.</summary>
internal abstract class FieldCompleter : Completer
{
    private protected abstract SettingBlock Block { get; }

    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        Block.Fields.Where(field => !field.IsFixed).Select(field => (field.Name, field.Effect));
}
