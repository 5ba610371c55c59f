using System.Management.Automation;
using EmailSettings.Core.Documents;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Exports the settings to a document; the same settings give the same bytes.</summary>
[Cmdlet(VerbsData.Export, "EmailSettings", SupportsShouldProcess = true)]
[OutputType(typeof(ExportResult))]
public sealed class ExportEmailSettingsCommand : PipedCmdlet, IWritesOnRequest
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Omits the protected secrets; an import then keeps the stored ones.</summary>
    [Parameter]
    public SwitchParameter WithoutSecrets { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns a summary of the export.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var result = Session.Documents.Export(new DocumentExport(FilePath(Path)) { WithSecrets = !WithoutSecrets, Overwrites = Force }, OperationHost);
        if (PassThru && (!result.WhatIf || IsWhatIf)) WriteObject(result);
    }
}
