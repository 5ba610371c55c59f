using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>Stores a secret by its purpose, the SMS Server's too.</summary>
[Cmdlet(VerbsCommon.Set, "MailPassword", SupportsShouldProcess = true)]
[OutputType(typeof(StoredSecretInfo))]
public sealed class SetMailPasswordCommand : FieldsCmdlet
{
    /// <summary>What the secret is for: <c>outgoing.password</c>, <c>outgoing.secret</c>, <c>incoming.secret:NAME</c> or <c>sms.password</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string Purpose { get; set; } = "";

    /// <summary>The secret.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public SecureString Secret { get; set; } = new();

    private protected override void Run()
    {
        var purpose = SecretPurpose.Parse(Purpose);
        if (Apply($"secret '{purpose}'", new ChangeStep.SetSecret(purpose, SecretFor(Secret))) && PassThru)
            WriteObject(Session.Secrets.List().First(secret => SecretPurpose.TryParse(secret.Purpose) == purpose));
    }
}
