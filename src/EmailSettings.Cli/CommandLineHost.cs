using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli;

/// <summary>
/// The command line as operations see it: asks only before what is dangerous, and tells everything on standard error.
/// </summary>
/// <param name="errors">Standard error.</param>
/// <param name="isWhatIf">Nothing is to be changed.</param>
/// <param name="isVerbose">Each step is told.</param>
/// <param name="interruption">Ctrl+C.</param>
/// <param name="holdsWarnings">Warnings wait for the end, so that a refusal is one JSON document.</param>
internal sealed class CommandLineHost(ErrorOutput errors, Interruption interruption, bool isWhatIf, bool isVerbose, bool holdsWarnings) : IOperationHost
{
    private readonly List<Finding> _warnings = [];
    private readonly List<(string Target, Func<string> Action)> _done = [];

    /// <inheritdoc/>
    public CancellationToken Cancellation => interruption.Token;

    /// <summary>
    /// The change is dangerous, so a person at a terminal is asked first; a script is taken to know what it does.
    /// </summary>
    public bool AsksFirst { get; set; }

    /// <summary>The warnings that wait.</summary>
    public IReadOnlyList<Finding> HeldWarnings => _warnings;

    /// <summary>What was done, or tried, since somebody had a chance to say no; null for nothing.</summary>
    public string? Done => _done.Count == 0 ? null : string.Join("; ", _done.Select(done => $"{done.Action()}, target {done.Target}"));

    /// <inheritdoc/>
    public bool Confirm(string target, string action) => Confirm(target, () => action);

    /// <inheritdoc/>
    public bool Confirm(string target, Func<string> action)
    {
        if (isWhatIf) errors.WriteLine($"What if: {action()}; target: {target}.");
        var goesAhead = !isWhatIf && (!AsksFirst || Console.IsInputRedirected || Console.IsErrorRedirected || Ask(target, action()));
        if (goesAhead) _done.Add((target, action));
        return goesAhead;
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

    private bool Ask(string target, string action)
    {
        errors.WritePrompt($"About to {DisplayText.Escape(action)}; target: {DisplayText.Escape(target)}. Go ahead? [y/N] ");
        if (Console.In.ReadLine()?.Trim() is { } answer && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase))) return true;
        errors.WriteLine("Nothing was changed.");
        return false;
    }
}
