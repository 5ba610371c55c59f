using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes fields of the error texts.</summary>
internal sealed class ErrorTextFieldCompleter : FieldCompleter
{
    private protected override SettingBlock Block => SettingBlocks.ErrorTexts;
}
