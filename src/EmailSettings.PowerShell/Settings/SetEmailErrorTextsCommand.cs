using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Changes error texts; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "EmailErrorTexts", SupportsShouldProcess = true)]
[OutputType(typeof(ErrorTexts), typeof(ChangeResult))]
public sealed class SetEmailErrorTextsCommand : FieldsCmdlet
{
    /// <summary>Stands in for a mail that is too large.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? TooLarge { get; set; }

    /// <summary>Stands in for a missing or unreadable body text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? NoBody { get; set; }

    private protected override SettingBlock Block => SettingBlocks.ErrorTexts;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, fields)) && PassThru) WriteRecords(Session.Settings.ReadErrorTexts());
    }
}
