using System.Collections;
using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Imports a settings document completely or not at all, and reports every fault with its JSON path and line.</summary>
[Cmdlet(VerbsData.Import, "EmailSettings", SupportsShouldProcess = true)]
[OutputType(typeof(ChangeResult))]
public sealed class ImportEmailSettingsCommand : PipedCmdlet, IWritesOnRequest
{
    /// <summary>The document's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>Secrets by purpose: <c>@{ 'outgoing.password' = $secureString }</c>.</summary>
    [Parameter]
    public IDictionary? Secret { get; set; }

    /// <summary>Removes incoming servers that are missing from the document's list.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Returns what changed; with -WhatIf what would change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsDangerous => Prune;

    private protected override void Run()
    {
        using var secrets = new SecretsByPurpose(Secret);
        var result = Session.Documents.Import(new DocumentImport(FilePath(Path)) { Prune = Prune, Secrets = secrets.All }, OperationHost);
        if (PassThru && (!result.WhatIf || IsWhatIf)) WriteObject(result);
    }
}
