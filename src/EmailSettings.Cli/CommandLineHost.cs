using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli;

/// <summary>The command line as operations see it: asks nothing, and tells everything on standard error.</summary>
/// <param name="errors">Standard error.</param>
/// <param name="isWhatIf">Nothing is to be changed.</param>
/// <param name="isVerbose">Each step is told.</param>
/// <param name="interruption">Ctrl+C.</param>
/// <param name="holdsWarnings">Warnings wait for the end, so that a refusal is one JSON document.</param>
internal sealed class CommandLineHost(ErrorOutput errors, Interruption interruption, bool isWhatIf, bool isVerbose, bool holdsWarnings) : IOperationHost
{
    private readonly List<Finding> _warnings = [];

    /// <inheritdoc/>
    public CancellationToken Cancellation => interruption.Token;

    /// <summary>The warnings that wait.</summary>
    public IReadOnlyList<Finding> HeldWarnings => _warnings;

    /// <inheritdoc/>
    public bool Confirm(string target, string action)
    {
        if (isWhatIf) errors.WriteLine($"What if: {action}; target: {target}.");
        return !isWhatIf;
    }

    /// <inheritdoc/>
    public void Warn(Finding warning)
    {
        if (holdsWarnings) _warnings.Add(warning);
        else errors.WriteWarning(warning);
    }

    /// <inheritdoc/>
    public void Verbose(string text)
    {
        if (isVerbose) errors.WriteLine($"verbose: {DisplayText.Escape(text)}");
    }

    /// <inheritdoc/>
    public void Progress(string activity, int done, int total)
    {
        if (isVerbose) errors.WriteLine($"progress: {DisplayText.Escape(activity)} {done}/{total}");
    }

    /// <summary>Writes the warnings that waited.</summary>
    public void ReleaseWarnings()
    {
        foreach (var warning in _warnings) errors.WriteWarning(warning);
        _warnings.Clear();
    }
}
