using System.Management.Automation;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Store;

/// <summary>Backs up the store: settings, history and protected secrets, but no key.</summary>
[Cmdlet(VerbsData.Backup, "EmailSettingsStore", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class BackupEmailSettingsStoreCommand : PipedCmdlet
{
    /// <summary>The file to create; never overwritten.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override void Run()
    {
        var file = FilePath(Path);
        if (Session.Store.Backup(file, OperationHost) && PassThru) WriteObject(new FileInfo(file));
    }
}
