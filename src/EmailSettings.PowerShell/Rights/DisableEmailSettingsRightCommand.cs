using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Switches rights off: anyone who can open the store may do everything.</summary>
[Cmdlet(VerbsLifecycle.Disable, "EmailSettingsRight", SupportsShouldProcess = true)]
[OutputType(typeof(CurrentRight), typeof(ChangeResult))]
public sealed class DisableEmailSettingsRightCommand : ChangeCmdlet
{
    private protected override void Run()
    {
        if (IsMade(Session.Rights.Disable(OperationHost)) && PassThru) WriteObject(Session.Rights.ListCurrent(), enumerateCollection: true);
    }
}
