using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>One stage of a test.</summary>
internal abstract class Stage
{
    public abstract TestStage Name { get; }

    /// <summary>
    /// The stages that this one depends on: it is skipped if one of them failed or was skipped because of a failure.
    /// </summary>
    public virtual TestStage[] Needs => [];

    /// <summary>Returns why the stage does not apply; null if it does.</summary>
    public virtual string? SkipReason(ServerTestContext context) => null;

    /// <summary>Runs the stage. Server failures are findings.</summary>
    /// <param name="context">The test.</param>
    /// <param name="cancellation">Cancels the stage: interrupted by the user, or the test has timed out.</param>
    /// <exception cref="OperationCanceledException">The stage was canceled.</exception>
    public abstract Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation);
}
