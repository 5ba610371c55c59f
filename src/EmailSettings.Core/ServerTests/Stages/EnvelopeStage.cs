using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// MAIL FROM and RCPT TO. Without a message, RSET ends the transaction, so nothing is sent; a message continues the same
/// transaction, since servers may count or delay transactions.
/// </summary>
internal sealed class EnvelopeStage : ConnectionStage
{
    public override TestStage Name => TestStage.Envelope;

    public override TestStage[] Needs => [TestStage.Capabilities, TestStage.StartTls, TestStage.Tls, TestStage.Authenticate];

    public override string? SkipReason(ServerTestContext context) => base.SkipReason(context)
        ?? (context.Plan.Request is OutgoingTestRequest { SenderAddress: not null, RecipientAddress: not null } ? null : "sender and recipient were not both specified");

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        if (((OutgoingTestRequest)context.Plan.Request).Message is not null) SendMessageStage.Compose(context);
        var message = context.Message is { IsSendable: true } settled ? settled : null;
        var outcome = await EnvelopeDialogue.RunAsync(context, message?.Parameters, cancellation).ConfigureAwait(false);
        var goesOn = message is not null && outcome.Findings.Count == 0;
        if (!context.IsConnectionLost && !goesOn) await context.Smtp.RsetAsync(cancellation).ConfigureAwait(false);
        return outcome;
    }
}
