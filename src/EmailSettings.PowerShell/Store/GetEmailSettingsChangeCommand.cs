using System.Management.Automation;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Gets the history, newest first: who changed what, when, through which front; secrets masked.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsChange")]
[OutputType(typeof(ChangeRecord))]
public sealed class GetEmailSettingsChangeCommand : StoreCmdlet
{
    /// <summary>Only so many of the newest changes; all of them where not given.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int? Last { get; set; }

    private protected override void Run() => WriteObject(Session.Settings.ReadHistory(Last), enumerateCollection: true);
}
