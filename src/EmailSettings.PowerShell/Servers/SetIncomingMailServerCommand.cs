using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Changes an incoming mail server; fields that are not specified stay unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "IncomingMailServer", SupportsShouldProcess = true)]
[OutputType(typeof(IncomingMailServer), typeof(ChangeResult))]
public sealed class SetIncomingMailServerCommand : IncomingServerFieldsCmdlet
{
    private protected override void Run() => Assign(ServerMatch.Existing);
}
