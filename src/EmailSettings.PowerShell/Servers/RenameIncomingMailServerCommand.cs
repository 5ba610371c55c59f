using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Renames an incoming mail server, keeping its identity and its secret.</summary>
[Cmdlet(VerbsCommon.Rename, "IncomingMailServer", SupportsShouldProcess = true)]
[OutputType(typeof(IncomingMailServer), typeof(ChangeResult))]
public sealed class RenameIncomingMailServerCommand : PipedChangeCmdlet
{
    /// <summary>The name of the server, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string NewName { get; set; } = "";

    private protected override void Run()
    {
        var step = new ChangeStep.RenameServer(Name, NewName);
        if (Apply(IncomingServerFieldsCmdlet.TargetOf(Name), step) && PassThru) WriteRecords(Session.Settings.ReadIncomingServer(NewName));
    }
}
