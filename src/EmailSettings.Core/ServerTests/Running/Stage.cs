using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>One stage of a test.</summary>
internal abstract class Stage
{
    public abstract TestStage Name { get; }

    /// <summary>
    /// Stages without which this one cannot be: it is skipped where one of them failed or was skipped for such a failure.
    /// </summary>
    public virtual IReadOnlyList<TestStage> Needs => [];

    /// <summary>Why the stage does not apply; null where it does.</summary>
    public virtual string? SkipReason(ServerTestContext context) => null;

    /// <summary>Runs the stage. A failing server is a finding.</summary>
    /// <param name="context">The test.</param>
    /// <param name="cancellation">Ends the stage: interrupted by the user, or the test's time is up.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public abstract Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation);
}
