using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>Protects texts with the password certificate, as CMS text. The certificate is opened once for the pipeline.</summary>
[Cmdlet(VerbsSecurity.Protect, "MailPassword", DefaultParameterSetName = FromSecret)]
[OutputType(typeof(string))]
public sealed class ProtectMailPasswordCommand : StoreCmdlet
{
    private const string FromSecret = "Secret";
    private const string FromCredential = "Credential";

    private SecretPurpose? _purpose;
    private SecretSession? _secrets;

    /// <summary>The text to protect.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = FromSecret)]
    public SecureString? Secret { get; set; }

    /// <summary>A credential whose password is protected.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FromCredential)]
    public PSCredential? Credential { get; set; }

    /// <summary>What the text is for; it can be decrypted for no other purpose.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string Purpose { get; set; } = SecretPurpose.Text.ToString();

    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override void Open()
    {
        _purpose = SecretPurpose.Parse(Purpose);
        _secrets = Session.Secrets.Open();
    }

    private protected override void Run()
    {
        if (_secrets is null) return;
        using var text = SecretText.FromSecureString(Secret ?? Credential!.Password);
        WriteObject(_secrets.Protect(_purpose!, text, OperationHost));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _secrets?.Dispose();
        base.Dispose(disposing);
    }
}
