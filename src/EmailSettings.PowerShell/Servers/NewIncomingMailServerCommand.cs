using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Adds an incoming mail server.</summary>
[Cmdlet(VerbsCommon.New, "IncomingMailServer", SupportsShouldProcess = true)]
[OutputType(typeof(IncomingMailServer), typeof(ChangeResult))]
public sealed class NewIncomingMailServerCommand : IncomingServerFieldsCmdlet
{
    private protected override void Run() => Assign(ServerMatch.New);
}
