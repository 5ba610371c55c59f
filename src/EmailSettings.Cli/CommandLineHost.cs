using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli;

/// <summary>
/// The host for operations on the command line: confirms only dangerous changes, and writes messages to standard error.
/// </summary>
/// <param name="errors">Standard error.</param>
/// <param name="isWhatIf">Whether changes are only simulated.</param>
/// <param name="isVerbose">Whether each step is reported.</param>
/// <param name="interruption">Ctrl+C.</param>
/// <param name="holdsWarnings">Whether warnings are held until the end, so that an error is one JSON document.</param>
internal sealed class CommandLineHost(ErrorOutput errors, Interruption interruption, bool isWhatIf, bool isVerbose, bool holdsWarnings) : IOperationHost
{
    private readonly List<Finding> _warnings = [];
    private readonly List<(string Target, Func<string> Action)> _done = [];

    /// <inheritdoc/>
    public CancellationToken Cancellation => interruption.Token;

    /// <summary>Whether the change is dangerous, so that it is confirmed at a terminal; scripts are not asked.</summary>
    public bool AsksFirst { get; set; }

    /// <summary>The warnings held back.</summary>
    public IReadOnlyList<Finding> HeldWarnings => _warnings;

    /// <summary>What was done, or tried, since the last confirmation; null for nothing.</summary>
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

    /// <summary>Writes the warnings held back.</summary>
    public void ReleaseWarnings()
    {
        foreach (var warning in _warnings) errors.WriteWarning(warning);
        _warnings.Clear();
    }

    private bool Ask(string target, string action)
    {
        errors.WritePrompt($"About to {DisplayText.Escape(action)}; target: {DisplayText.Escape(target)}. Continue? [y/N] ");
        if (Console.In.ReadLine()?.Trim() is { } answer && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase))) return true;
        errors.WriteLine("Nothing was changed.");
        return false;
    }
}
