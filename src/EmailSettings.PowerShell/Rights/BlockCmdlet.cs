using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Rights;

/// <summary>A cmdlet that locks or unlocks blocks of settings.</summary>
public abstract class BlockCmdlet : PipedChangeCmdlet
{
    /// <summary>The blocks.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BlockCompleter))]
    public string[] Block { get; set; } = [];

    /// <summary>Changes each block, and returns it if requested.</summary>
    private protected void Change(Func<RightOperations, string, IOperationHost, ChangeResult> work)
    {
        foreach (var block in Block)
        {
            ReportFaults(() =>
            {
                var before = Session.Rights.ListBlocks();
                if (IsMade(work(Session.Rights, block, OperationHost)) && PassThru) WriteRecords([.. Session.Rights.ListBlocks().Except(before)]);
            });
        }
    }
}
