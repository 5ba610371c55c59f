using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Hosting;

/// <summary>
/// What an operation asks of the front that runs it. The cmdlets and the command line implement it once each, so
/// that confirmation, warnings and progress behave the same everywhere.
/// </summary>
public interface IOperationHost
{
    /// <summary>Ends when the user interrupts.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>
    /// Asked immediately before a change. False means: do not change anything (WhatIf, or the user said no).
    /// </summary>
    /// <param name="target">What would be changed, for example <c>basic settings</c>.</param>
    /// <param name="action">What would be done to it, read after "Performing the operation".</param>
    bool Confirm(string target, string action);

    /// <summary>
    /// As the other, for what takes long to be put in words: a front that shows it to nobody need not ask for it.
    /// </summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="action">Says what would be done to it.</param>
    bool Confirm(string target, Func<string> action) => Confirm(target, action());

    /// <summary>Shows a warning once; the operation goes on.</summary>
    void Warn(Finding warning);

    /// <summary>One step of the story, for those who ask to hear it.</summary>
    void Verbose(string text);

    /// <summary>Progress of work of seconds.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="done">Parts finished.</param>
    /// <param name="total">Parts in all; equal to <paramref name="done"/> at the end.</param>
    void Progress(string activity, int done, int total);
}
