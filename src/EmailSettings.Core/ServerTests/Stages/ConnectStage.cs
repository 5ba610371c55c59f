using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The TCP connection.</summary>
internal sealed class ConnectStage : ConnectionStage
{
    public override TestStage Name => TestStage.Connect;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Dns];

    public override async Task<StageOutcome> RunAsync(TestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.ConnectAsync(cancellation).ConfigureAwait(false);
        var facts = Read(result.Facts);
        context.LocalAddress = result.Facts?.Local?.Address;
        return result.Failure is { } failure ? new StageOutcome(facts, Describe(context, failure)) : new StageOutcome(facts);
    }

    private static Finding Describe(TestContext context, MailFailure failure) => StepFailures.Describe(context, failure, failure.Kind switch
    {
        MailFailureKind.ConnectionRefused => ConnectionFindings.ConnectRefused,
        MailFailureKind.ConnectionTimedOut => ConnectionFindings.ConnectTimedOut,
        _ => ConnectionFindings.ConnectUnreachable,
    });

    private static ConnectStageFacts? Read(ConnectFacts? facts) => facts is null ? null : new ConnectStageFacts
    {
        Remote = facts.Remote?.ToString(),
        Local = facts.Local?.ToString(),
        Failed = facts.Failed.Select(failed => new FailedAddressFacts
        {
            Address = failed.Address.ToString(),
            Error = failed.Error.ToString(),
            ElapsedMs = (long)failed.Elapsed.TotalMilliseconds,
        }).ToList(),
    };
}
