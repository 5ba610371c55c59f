using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Connects an operation to PowerShell. A separate class, because the import inspects the cmdlets' types, and one that
/// implemented an interface of the core would load the core.
/// </summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="onPipeline">Runs an action on the pipeline thread and waits for it.</param>
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
