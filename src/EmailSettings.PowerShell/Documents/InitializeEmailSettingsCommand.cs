using System.Collections;
using System.Management.Automation;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>
/// Sets up the system: creates the password certificate if there is none, imports a document if one is specified, and returns the
/// settings, their health and the secrets still to be entered.
/// </summary>
[Cmdlet(VerbsData.Initialize, "EmailSettings", SupportsShouldProcess = true)]
[OutputType(typeof(InitializeResult))]
public sealed class InitializeEmailSettingsCommand : PipedCmdlet
{
    /// <summary>The settings document to start with.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string? Path { get; set; }

    /// <summary>Secrets by purpose: <c>@{ 'outgoing.password' = $secureString }</c>.</summary>
    [Parameter]
    public IDictionary? Secret { get; set; }

    private protected override void Run()
    {
        using var secrets = new SecretsByPurpose(Secret);
        var import = Path is null ? null : new DocumentImport(FilePath(Path)) { Secrets = secrets.All };
        WriteRecords(Session.Documents.Initialize(import, OperationHost));
    }
}
