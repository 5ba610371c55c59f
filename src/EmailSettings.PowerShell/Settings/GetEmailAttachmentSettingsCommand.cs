using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Gets the attachment settings.</summary>
[Cmdlet(VerbsCommon.Get, "EmailAttachmentSettings")]
[OutputType(typeof(AttachmentSettings))]
public sealed class GetEmailAttachmentSettingsCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Settings.ReadAttachments());
}
