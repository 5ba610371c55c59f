using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// QUIT or LOGOUT, regardless of earlier failures, while the connection is open. It does not matter if the server does not reply.
/// </summary>
internal sealed class QuitStage : ConnectionStage
{
    public override TestStage Name => TestStage.Quit;

    public override TestStage[] Needs => [TestStage.Connect];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.IsConnectionLost || context.Session?.EndedBy is not null ? "the connection has ended" : null);

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.QuitAsync(cancellation).ConfigureAwait(false);
        var facts = new QuitStageFacts { ServerText = context.Redactor.Line(result.Facts?.Text ?? result.Failure?.ServerText) };
        var finding = result.Failure is { } failure ? StageFailures.TryDescribe(context, failure) : null;
        return finding is null ? new StageOutcome(facts) : new StageOutcome(facts, finding with { Severity = Severity.Info });
    }
}
