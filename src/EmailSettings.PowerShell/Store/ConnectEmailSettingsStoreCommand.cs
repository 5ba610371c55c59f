using System.Management.Automation;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Works with another store from now on, in this runspace only.</summary>
[Cmdlet(VerbsCommunications.Connect, "EmailSettingsStore")]
[OutputType(typeof(StoreDescription))]
public sealed class ConnectEmailSettingsStoreCommand : PipedCmdlet
{
    /// <summary>The store's file; the first change makes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "Location")]
    public string Path { get; set; } = "";

    /// <summary>Writes what the store is.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var description = RunspaceSession.Current.Connect(FilePath(Path));
        WriteVerbose($"Connected to {description.Location}.");
        if (PassThru) WriteObject(description);
    }
}
