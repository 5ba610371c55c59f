using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Rights;

/// <summary>A cmdlet that changes the rights of an account or a group.</summary>
public abstract class RightCmdlet : PipedChangeCmdlet
{
    /// <summary>The right.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RightCompleter))]
    public string Right { get; set; } = "";

    /// <summary>The account or group.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalId")]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string Principal { get; set; } = "";

    /// <summary>Makes the change, and returns the right if requested.</summary>
    private protected void Change(Func<RightOperations, IOperationHost, ChangeResult> work)
    {
        var before = Session.Rights.List();
        if (!IsMade(work(Session.Rights, OperationHost)) || !PassThru) return;
        var after = Session.Rights.List();
        WriteRecords([.. after.Except(before).Concat(before.Except(after))]);
    }
}
