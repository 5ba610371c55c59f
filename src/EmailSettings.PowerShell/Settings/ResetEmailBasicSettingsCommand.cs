using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Resets basic settings to their documented defaults.</summary>
[Cmdlet(VerbsCommon.Reset, "EmailBasicSettings", SupportsShouldProcess = true)]
[OutputType(typeof(BasicSettings), typeof(ChangeResult))]
public sealed class ResetEmailBasicSettingsCommand : ResetCmdlet
{
    /// <summary>The names of the fields; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BasicFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Basic;

    private protected override IReadOnlyList<string>? Names => Field;

    private protected override object Read() => Session.Settings.ReadBasic();
}
