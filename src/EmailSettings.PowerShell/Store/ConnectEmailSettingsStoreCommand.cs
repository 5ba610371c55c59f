using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Connects the current runspace to another store.</summary>
[Cmdlet(VerbsCommunications.Connect, "EmailSettingsStore")]
[OutputType(typeof(StoreDescription))]
public sealed class ConnectEmailSettingsStoreCommand : EmailSettingsCmdlet, IWritesOnRequest
{
    /// <summary>The file of the store; the first change creates it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "Location")]
    public string Path { get; set; } = "";

    /// <summary>Returns the store's description.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc cref="PipedCmdlet.InputObject"/>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;

    private protected override void Run()
    {
        var description = RunspaceSession.Current.Connect(FilePath(Path));
        if (!description.Exists) OperationHost.Warn(StoreErrors.StoreNotThere.At(value: description.Location));
        WriteVerbose($"Connected to {description.Location}.");
        if (PassThru) WriteRecords(description);
    }
}
