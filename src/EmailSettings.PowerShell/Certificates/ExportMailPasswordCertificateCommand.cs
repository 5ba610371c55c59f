using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Hosting;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>Exports the password certificate for another host: <c>.pfx</c> with its key, <c>.cer</c> without.</summary>
[Cmdlet(VerbsData.Export, "MailPasswordCertificate", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMailPasswordCertificateCommand : PipedCmdlet
{
    /// <summary>The file to create, <c>.pfx</c> or <c>.cer</c>; never overwritten.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>The passphrase of the PFX file.</summary>
    [Parameter(Position = 1)]
    public SecureString? Passphrase { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override void Run()
    {
        var file = FilePath(Path);
        using var passphrase = Passphrase is null ? null : SecretText.FromSecureString(Passphrase);
        if (Session.Certificates.Export(file, passphrase, OperationHost) && PassThru) WriteObject(new FileInfo(file));
    }
}
