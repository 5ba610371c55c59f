using System.Management.Automation;
using EmailSettings.Core.Documents;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Writes the settings to a document, byte by byte the same for the same settings.</summary>
[Cmdlet(VerbsData.Export, "EmailSettings", SupportsShouldProcess = true)]
[OutputType(typeof(ExportResult))]
public sealed class ExportEmailSettingsCommand : StoreCmdlet
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Leaves the protected secrets out; an import keeps those that are there.</summary>
    [Parameter]
    public SwitchParameter WithoutSecrets { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes what was exported.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var result = Session.Documents.Export(new DocumentExport(FilePath(Path)) { WithSecrets = !WithoutSecrets, Overwrites = Force }, OperationHost);
        if (PassThru && (!result.WhatIf || IsTried)) WriteObject(result);
    }
}
