using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Locks blocks of settings, so that nobody can change them.</summary>
[Cmdlet(VerbsCommon.Lock, "EmailSettingsBlock", SupportsShouldProcess = true)]
[OutputType(typeof(LockedBlock), typeof(ChangeResult))]
public sealed class LockEmailSettingsBlockCommand : BlockCmdlet
{
    private protected override void Run() => Change((rights, block, host) => rights.Lock(block, host));
}
