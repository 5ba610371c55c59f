using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Gets the outgoing mail server.</summary>
[Cmdlet(VerbsCommon.Get, "OutgoingMailServer")]
[OutputType(typeof(OutgoingMailServer))]
public sealed class GetOutgoingMailServerCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Settings.ReadOutgoingServer());
}
