using System.Management.Automation;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Rights;

/// <summary>Gets the granted rights, or those of the caller.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsRight", DefaultParameterSetName = Granted)]
[OutputType(typeof(GrantedRight), ParameterSetName = [Granted])]
[OutputType(typeof(CurrentRight), ParameterSetName = [OfCaller])]
public sealed class GetEmailSettingsRightCommand : StoreCmdlet
{
    private const string Granted = "Granted";
    private const string OfCaller = "Current";

    /// <summary>Gets every right with whether the caller has it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfCaller)]
    public SwitchParameter Current { get; set; }

    private protected override void Run()
    {
        if (Current) WriteObject(Session.Rights.ListCurrent(), enumerateCollection: true);
        else WriteRecords([.. Session.Rights.List()]);
    }
}
