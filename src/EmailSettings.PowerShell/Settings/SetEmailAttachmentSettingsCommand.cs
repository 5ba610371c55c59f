using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Changes attachment settings; fields that are not specified stay unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "EmailAttachmentSettings", SupportsShouldProcess = true)]
[OutputType(typeof(AttachmentSettings), typeof(ChangeResult))]
public sealed class SetEmailAttachmentSettingsCommand : FieldsCmdlet
{
    /// <summary>Whether attachments are stored in the folder rather than in the database.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? SaveToFolder { get; set; }

    /// <summary>The UNC or absolute local path of the folder; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? Folder { get; set; }

    /// <summary>The minimum size in bytes; smaller attachments are always stored in the database.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MinimumFileSizeBytes { get; set; }

    /// <summary>Whether mail received through the OII integration is saved in MIME format.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? SaveAsMime { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Attachments;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, fields)) && PassThru) WriteRecords(Session.Settings.ReadAttachments());
    }
}
