using System.Management.Automation;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>
/// Replaces all settings and secrets with those of a backup; the history is kept, with an entry for the restore.
/// </summary>
[Cmdlet(VerbsData.Restore, "EmailSettingsStore", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StoreDescription))]
public sealed class RestoreEmailSettingsStoreCommand : PipedCmdlet, IWritesOnRequest
{
    /// <summary>The file of the backup.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>Returns the store's description after the restore.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        if (Session.Store.Restore(FilePath(Path), OperationHost) is { } description && PassThru) WriteRecords(description);
    }
}
