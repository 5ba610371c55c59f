using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Speaks to PowerShell for an operation. A class of its own: the import looks at the cmdlets' types, and one that
/// implemented an interface of the core would load it.
/// </summary>
internal sealed class CmdletHost(EmailSettingsCmdlet cmdlet) : IOperationHost
{
    private const int ActivityId = 1_907_446_210;

    public CancellationToken Cancellation => cmdlet.Cancellation;

    public bool Confirm(string target, string action) => cmdlet.Confirm(target, action);

    public void Warn(Finding warning) => cmdlet.WriteWarning($"{warning.Cause} {warning.NextStep}");

    public void Verbose(string text) => cmdlet.WriteVerbose(text);

    public void Progress(string activity, int done, int total) => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{done} / {total}")
    {
        PercentComplete = total == 0 ? 100 : (int)(100L * done / total),
        RecordType = done >= total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    });
}
