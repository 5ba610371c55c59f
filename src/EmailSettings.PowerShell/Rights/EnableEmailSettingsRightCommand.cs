using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Switches rights on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "EmailSettingsRight", SupportsShouldProcess = true)]
[OutputType(typeof(CurrentRight), typeof(ChangeResult))]
public sealed class EnableEmailSettingsRightCommand : ChangeCmdlet
{
    private protected override void Run()
    {
        if (IsMade(Session.Rights.Enable(OperationHost)) && PassThru) WriteObject(Session.Rights.ListCurrent(), enumerateCollection: true);
    }
}
