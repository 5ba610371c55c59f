using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Runs a test from its plan to its report.</summary>
internal sealed class ServerTestRunner(ServerTestServices services, SecretDecryption secrets)
{
    /// <summary>Runs a test, and repeats it on request if the failure may be temporary.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<ServerTestReport> RunAsync(ServerTestPlan plan, CancellationToken cancellation)
    {
        var start = services.Clock.GetTimestamp();
        for (var attempts = 1; ; attempts++)
        {
            var report = await RunOnceAsync(plan, cancellation).ConfigureAwait(false);
            if (plan.Request.Retry is not { } retry) return report;
            var isOver = report.Status != CheckStatus.Failed;
            var reason = isOver ? null : Repetition.WhyNot(report, retry, attempts);
            if (isOver || reason is not null)
                return report with { Attempts = attempts, NotRepeated = reason, DurationMs = (long)services.Clock.GetElapsedTime(start).TotalMilliseconds };
            await Task.Delay(retry.Pause, services.Clock, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ServerTestReport> RunOnceAsync(ServerTestPlan plan, CancellationToken cancellation)
    {
        var start = services.Clock.GetTimestamp();
        if (plan.Tls != TlsMode.None || plan.UsesToken) SystemRoots.ReadAhead();
        var context = new ServerTestContext(plan, services, secrets);
        await using (context.ConfigureAwait(false))
        {
            var stages = plan.Kind == TestKind.Outgoing ? OutgoingTest.Stages(plan, this) : IncomingTest.Stages(plan);
            await new StageRunner(context).RunAsync(stages, cancellation).ConfigureAwait(false);
            var reports = context.Journal.Report(plan.Tls == TlsMode.StartTls);
            return new ServerTestReport
            {
                Kind = plan.Kind,
                Server = plan.Server,
                Target = DisplayText.Escape(context.UsesGraph ? context.GraphRoot.Authority : plan.Target),
                Status = Finding.StatusOf(reports.SelectMany(stage => stage.Findings)),
                DurationMs = (long)services.Clock.GetElapsedTime(start).TotalMilliseconds,
                Stages = reports,
                Transcript = context.Transcript(),
                FoundAgain = context.FoundAgain,
            };
        }
    }
}
