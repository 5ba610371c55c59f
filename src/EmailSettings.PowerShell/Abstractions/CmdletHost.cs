using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Speaks to PowerShell for an operation. A class of its own: the import looks at the cmdlets' types, and one that
/// implemented an interface of the core would load it.
/// </summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="onPipeline">Does something on the pipeline's thread, and waits until it is done.</param>
internal sealed class CmdletHost(EmailSettingsCmdlet cmdlet, Action<Action> onPipeline) : IOperationHost
{
    private const int ActivityId = 1_907_446_210;

    public CancellationToken Cancellation => cmdlet.Cancellation;

    public bool Confirm(string target, string action)
    {
        var confirmed = false;
        onPipeline(() => confirmed = cmdlet.Confirm(target, action));
        return confirmed;
    }

    public void Warn(Finding warning) => onPipeline(() => cmdlet.WriteWarning($"{warning.Cause} {warning.NextStep}"));

    public void Verbose(string text) => onPipeline(() => cmdlet.WriteVerbose(text));

    public void Progress(string activity, int done, int total) => onPipeline(() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{done} / {total}")
    {
        PercentComplete = total == 0 ? 100 : (int)(100L * done / total),
        RecordType = done >= total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    }));
}
