using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Puts attachment settings back to their documented defaults: the named ones, or all.</summary>
[Cmdlet(VerbsCommon.Reset, "EmailAttachmentSettings", SupportsShouldProcess = true)]
[OutputType(typeof(AttachmentSettings), typeof(ChangeResult))]
public sealed class ResetEmailAttachmentSettingsCommand : ChangeCmdlet
{
    /// <summary>Names of the fields; all of them where none is named.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(AttachmentFieldCompleter))]
    public string[]? Field { get; set; }

    private protected override void Run()
    {
        var block = SettingBlocks.Attachments;
        if (Apply(block.Title, new ChangeStep.Reset(block, Field)) && PassThru) WriteRecords(Session.Settings.ReadAttachments());
    }
}
