using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The TCP connection.</summary>
internal sealed class ConnectStage : ConnectionStage
{
    public override TestStage Name => TestStage.Connect;

    public override TestStage[] Needs => [TestStage.Dns];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.ConnectAsync(cancellation).ConfigureAwait(false);
        if (result is { Succeeded: true, Facts: { } facts }) context.Connected(facts);
        return result.Failure is { } failure ? new StageOutcome(result.Facts, Describe(context, failure)) : new StageOutcome(result.Facts);
    }

    private static Finding Describe(ServerTestContext context, MailFailure failure) => StageFailures.Describe(context, failure, failure.Kind switch
    {
        MailFailureKind.ConnectionRefused => ConnectionFindings.ConnectRefused,
        MailFailureKind.ConnectionTimedOut => ConnectionFindings.ConnectTimedOut,
        _ => ConnectionFindings.ConnectUnreachable,
    });
}
