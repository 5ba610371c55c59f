using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Changes error texts; fields that are not specified stay unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "EmailErrorTexts", SupportsShouldProcess = true)]
[OutputType(typeof(ErrorTexts), typeof(ChangeResult))]
public sealed class SetEmailErrorTextsCommand : FieldsCmdlet
{
    /// <summary>The text that replaces mail that is too large.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? TooLarge { get; set; }

    /// <summary>The text that replaces a missing or unreadable body.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? NoBody { get; set; }

    private protected override SettingBlock Block => SettingBlocks.ErrorTexts;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, fields)) && PassThru) WriteRecords(Session.Settings.ReadErrorTexts());
    }
}
