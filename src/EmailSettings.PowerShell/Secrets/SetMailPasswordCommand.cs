using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>Stores a secret by its purpose, including that of the SMS Server.</summary>
[Cmdlet(VerbsCommon.Set, "MailPassword", SupportsShouldProcess = true)]
[OutputType(typeof(StoredSecretInfo), typeof(ChangeResult))]
public sealed class SetMailPasswordCommand : PipedChangeCmdlet
{
    /// <summary>
    /// What the secret is for: <c>outgoing.password</c>, <c>outgoing.secret</c>, <c>incoming.secret:NAME</c> or
    /// <c>sms.password</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string Purpose { get; set; } = "";

    /// <summary>
    /// The secret, or a credential for its password; by default, the cmdlet prompts for it and shows where it will be sent.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Secret { get; set; }

    private protected override void Run()
    {
        var purpose = SecretPurpose.Parse(Purpose);
        if (Secret is not null && SecretInputAttribute.Read(Secret) is null) throw SecretErrors.SecretNotSecure.Error(purpose.ToString());
        var step = Secret is null ? Entered(Session.Secrets.WithTarget(purpose)) : new ChangeStep.SetSecret(purpose, SecretFor(Secret));
        if (Apply($"secret '{purpose}'", step) && PassThru)
            WriteRecords(Session.Secrets.List().First(secret => SecretPurpose.TryParse(secret.Purpose) == purpose));
    }

    // Only for the target that was shown.
    private ChangeStep.SetSecret Entered(SecretPurpose purpose)
    {
        using var secret = this.AskForSecret(nameof(Secret), purpose.WithTargetShown);
        return new ChangeStep.SetSecret(purpose, SecretFor(secret));
    }
}
