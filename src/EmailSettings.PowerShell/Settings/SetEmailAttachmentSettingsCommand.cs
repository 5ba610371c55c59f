using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Changes attachment settings; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "EmailAttachmentSettings", SupportsShouldProcess = true)]
[OutputType(typeof(AttachmentSettings), typeof(ChangeResult))]
public sealed class SetEmailAttachmentSettingsCommand : FieldsCmdlet
{
    /// <summary>Attachments go to the folder; otherwise to the database.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? SaveToFolder { get; set; }

    /// <summary>UNC or absolute local path below which attachments are saved; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? Folder { get; set; }

    /// <summary>A smaller attachment goes to the database all the same, in bytes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MinimumFileSizeBytes { get; set; }

    /// <summary>Mails through the OII integration are saved in MIME format.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? SaveAsMime { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Attachments;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, fields)) && PassThru) WriteRecords(Session.Settings.ReadAttachments());
    }
}
