using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>MAIL FROM and RCPT TO, then RSET: whether mail would be taken, without sending any.</summary>
internal sealed class EnvelopeStage : ConnectionStage
{
    public override TestStage Name => TestStage.Envelope;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Capabilities, TestStage.StartTls, TestStage.Tls, TestStage.Authenticate];

    public override string? SkipReason(TestContext context) => base.SkipReason(context)
        ?? (context.Plan.Request is OutgoingTestRequest { SenderAddress: not null, RecipientAddress: not null } ? null : "sender and recipient were not both given");

    public override async Task<StageOutcome> RunAsync(TestContext context, CancellationToken cancellation)
    {
        var outcome = await EnvelopeDialogue.RunAsync(context, cancellation).ConfigureAwait(false);
        if (!context.IsConnectionLost) await context.Smtp.RsetAsync(cancellation).ConfigureAwait(false);
        return outcome;
    }
}
