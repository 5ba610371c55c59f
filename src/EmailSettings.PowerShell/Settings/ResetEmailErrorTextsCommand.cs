using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Resets error texts to their documented defaults.</summary>
[Cmdlet(VerbsCommon.Reset, "EmailErrorTexts", SupportsShouldProcess = true)]
[OutputType(typeof(ErrorTexts), typeof(ChangeResult))]
public sealed class ResetEmailErrorTextsCommand : ResetCmdlet
{
    /// <summary>The names of the fields; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ErrorTextFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override SettingBlock Block => SettingBlocks.ErrorTexts;

    private protected override IReadOnlyList<string>? Names => Field;

    private protected override object Read() => Session.Settings.ReadErrorTexts();
}
