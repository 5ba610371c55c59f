using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>
/// Re-encrypts every stored secret to the chosen certificate, all or none; or, into a settings document, to another system's
/// certificate, of which the public part is sufficient.
/// </summary>
[Cmdlet(VerbsData.Update, "MailPassword", SupportsShouldProcess = true, DefaultParameterSetName = InStore)]
[OutputType(typeof(ReprotectResult))]
public sealed class UpdateMailPasswordCommand : StoreCmdlet
{
    private const string InStore = "Store";
    private const string InDocument = "Document";

    /// <summary>Continues without the secrets that cannot be decrypted on this system, and lists them.</summary>
    [Parameter]
    public SwitchParameter SkipUndecryptable { get; set; }

    /// <summary>The public certificate (<c>.cer</c>) of another system. The store is not changed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InDocument)]
    [Alias("ForCertificate")]
    public string ForCertificatePath { get; set; } = "";

    /// <summary>The settings document to write for that system; never overwritten.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InDocument)]
    [Alias("OutFile")]
    public string OutPath { get; set; } = "";

    /// <summary>Returns what was done. With <c>-WhatIf</c>, what would be done is always returned.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var result = ParameterSetName == InStore
            ? Session.Secrets.Reprotect(SkipUndecryptable, OperationHost)
            : Session.Secrets.ReprotectFor(FilePath(ForCertificatePath), FilePath(OutPath), SkipUndecryptable, OperationHost);
        if (PassThru || result.WhatIf) WriteObject(result);
    }
}
