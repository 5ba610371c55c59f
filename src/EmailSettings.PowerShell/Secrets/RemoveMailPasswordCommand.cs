using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>Removes stored secrets by purpose.</summary>
[Cmdlet(VerbsCommon.Remove, "MailPassword", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StoredSecretInfo), typeof(ChangeResult))]
public sealed class RemoveMailPasswordCommand : PipedChangeCmdlet
{
    /// <summary>Purposes of the secrets, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string[] Purpose { get; set; } = [];

    private protected override void Run()
    {
        foreach (var purpose in Purpose) ReportFaults(() => Remove(SecretPurpose.Parse(purpose)));
    }

    private void Remove(SecretPurpose purpose)
    {
        var before = Session.Secrets.List().FirstOrDefault(secret => SecretPurpose.TryParse(secret.Purpose) == purpose);
        if (Apply($"secret '{purpose}'", new ChangeStep.RemoveSecret(purpose)) && PassThru) WriteRecords(before!);
    }
}
