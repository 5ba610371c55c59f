using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Unlocks blocks of settings.</summary>
[Cmdlet(VerbsCommon.Unlock, "EmailSettingsBlock", SupportsShouldProcess = true)]
[OutputType(typeof(LockedBlock), typeof(ChangeResult))]
public sealed class UnlockEmailSettingsBlockCommand : BlockCmdlet
{
    private protected override void Run() => Change((rights, block, host) => rights.Unlock(block, host));
}
