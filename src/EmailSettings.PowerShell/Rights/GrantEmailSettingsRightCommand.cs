using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Grants a right to an account or a group.</summary>
[Cmdlet(VerbsSecurity.Grant, "EmailSettingsRight", SupportsShouldProcess = true)]
[OutputType(typeof(GrantedRight), typeof(ChangeResult))]
public sealed class GrantEmailSettingsRightCommand : RightCmdlet
{
    private protected override void Run() => Change((rights, host) => rights.Grant(Right, Principal, host));
}
