using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Removes incoming mail servers with their secrets.</summary>
[Cmdlet(VerbsCommon.Remove, "IncomingMailServer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IncomingMailServer), typeof(ChangeResult))]
public sealed class RemoveIncomingMailServerCommand : PipedChangeCmdlet
{
    /// <summary>The names of the servers, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[] Name { get; set; } = [];

    private protected override void Run()
    {
        foreach (var name in Name) ReportFaults(() => Remove(name));
    }

    private void Remove(string name)
    {
        var server = Session.Settings.ReadIncomingServer(name);
        if (Apply(IncomingServerFieldsCmdlet.TargetOf(server.Name), new ChangeStep.RemoveServer(server.Name)) && PassThru) WriteRecords(server);
    }
}
