using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Revokes a right; the last administrator cannot be removed.</summary>
[Cmdlet(VerbsSecurity.Revoke, "EmailSettingsRight", SupportsShouldProcess = true)]
[OutputType(typeof(GrantedRight), typeof(ChangeResult))]
public sealed class RevokeEmailSettingsRightCommand : RightCmdlet
{
    private protected override void Run() => Change((rights, host) => rights.Revoke(Right, Principal, host));
}
