using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Hosting;

/// <summary>The services that a front end provides to operations: confirmation, warnings and progress.</summary>
public interface IOperationHost
{
    /// <summary>Canceled when the user interrupts.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>
    /// Called immediately before a change. Returns false if nothing must be changed (WhatIf, or the user declined).
    /// </summary>
    /// <param name="target">What would be changed, for example <c>basic settings</c>.</param>
    /// <param name="action">What would be done to it, worded to follow "Performing the operation".</param>
    bool Confirm(string target, string action);

    /// <summary>Like <see cref="Confirm(string, string)"/> for texts that are expensive to build and may not be shown.</summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="action">Returns what would be done to it.</param>
    bool Confirm(string target, Func<string> action) => Confirm(target, action());

    /// <summary>Shows a warning; the operation continues.</summary>
    void Warn(Finding warning);

    /// <summary>Writes verbose output.</summary>
    void Verbose(string text);

    /// <summary>Reports the progress of work that takes seconds.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="done">The number of completed parts.</param>
    /// <param name="total">The total number of parts; equal to <paramref name="done"/> at the end.</param>
    void Progress(string activity, int done, int total);
}
