using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes fields of the basic settings.</summary>
internal sealed class BasicFieldCompleter : FieldCompleter
{
    private protected override SettingBlock Block => SettingBlocks.Basic;
}
