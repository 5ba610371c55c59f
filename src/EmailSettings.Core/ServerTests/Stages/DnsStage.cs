using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The host's addresses.</summary>
internal sealed class DnsStage : ConnectionStage
{
    public override TestStage Name => TestStage.Dns;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Settings];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.OpenSession().ResolveAsync(cancellation).ConfigureAwait(false);
        return result.Failure is { } failure ? new StageOutcome(result.Facts, Describe(context, failure)) : new StageOutcome(result.Facts);
    }

    private static Finding Describe(ServerTestContext context, MailFailure failure) => failure.Kind switch
    {
        MailFailureKind.HostNotFound => ConnectionFindings.DnsNotFound.At(value: context.Plan.Host),
        MailFailureKind.ResolutionFailed => ConnectionFindings.DnsFailed.At(value: context.Plan.Host, detail: failure.Detail),
        _ => StepFailures.Describe(context, failure, ConnectionFindings.DnsFailed),
    };
}
