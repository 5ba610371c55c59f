using System.Management.Automation;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Switches rights off: anyone who can open the store may do everything.</summary>
[Cmdlet(VerbsLifecycle.Disable, "EmailSettingsRight", SupportsShouldProcess = true)]
[OutputType(typeof(CurrentRight))]
public sealed class DisableEmailSettingsRightCommand : ChangeCmdlet
{
    private protected override void Run()
    {
        if (!Session.Rights.Disable(OperationHost).WhatIf && PassThru) WriteObject(Session.Rights.ListCurrent(), enumerateCollection: true);
    }
}
