using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>MAIL FROM and RCPT TO, with or without a message behind them.</summary>
internal static class EnvelopeDialogue
{
    public const string MailFrom = "MAIL FROM";
    public const string RcptTo = "RCPT TO";

    /// <summary>What the refusal of an envelope means, whichever client sent it.</summary>
    public static Finding Judge(TestContext context, MailFailure failure) =>
        Judge(context, failure, failure.Command == RcptTo ? Recipient(failure) : DeliveryFindings.EnvelopeSenderRefused);

    public static async Task<StageOutcome> RunAsync(TestContext context, CancellationToken cancellation)
    {
        var request = (OutgoingTestRequest)context.Plan.Request;
        var facts = new EnvelopeStageFacts();
        var from = await context.Smtp.MailFromAsync(request.SenderAddress!, null, cancellation).ConfigureAwait(false);
        facts = facts with { SenderReply = Reply(from) };
        if (from.Failure is { } refusedSender) return new StageOutcome(facts, Judge(context, refusedSender, DeliveryFindings.EnvelopeSenderRefused));

        var to = await context.Smtp.RcptToAsync(request.RecipientAddress!, cancellation).ConfigureAwait(false);
        facts = facts with { RecipientReply = Reply(to) };
        return to.Failure is { } refused ? new StageOutcome(facts, Judge(context, refused, Recipient(refused))) : new StageOutcome(facts);
    }

    // 4xx asks to come back (RFC 5321 section 4.2.1), X.7.X is policy (RFC 3463 section 3.8).
    private static string? StepOf(TestContext context, FindingCode row, SmtpReply? reply) => reply switch
    {
        { IsTransient: true } => DeliveryFindings.LaterStep,
        _ when row == DeliveryFindings.EnvelopeRelayDenied && context.IsLoggedIn => DeliveryFindings.RelayForLoginStep,
        { EnhancedStatus.Subject: 7 } when row == DeliveryFindings.EnvelopeRecipientRefused => DeliveryFindings.PolicyStep,
        _ => null,
    };

    private static string? Reply(MailResult<SmtpReply> result) => (result.Facts ?? result.Failure?.Reply)?.Line;

    // 5.7.1 stands for any refusal by policy; the words tell which one.
    private static FindingCode Recipient(MailFailure failure) => failure.Reply switch
    {
        SmtpReply reply when reply.EnhancedStatus?.ToString() is "5.1.7" or "5.1.8" || ServerWords.SaysSender(reply.Text) => DeliveryFindings.EnvelopeSenderRefused,
        SmtpReply reply when ServerWords.SaysRelay(reply.Text) || reply.EnhancedStatus?.ToString() == "5.7.54" => DeliveryFindings.EnvelopeRelayDenied,
        _ => DeliveryFindings.EnvelopeRecipientRefused,
    };

    private static Finding Judge(TestContext context, MailFailure failure, FindingCode refused)
    {
        if ((StepFailures.TryDescribe(context, failure) ?? SessionEndings.TryDescribe(context, failure)) is { } common) return common;
        if (failure.Kind == MailFailureKind.NotOffered)
            return ConnectionFindings.CapabilitiesMissing.At(value: $"{failure.Detail}, which this address needs") with { Severity = Severity.Error, StepTemplate = DeliveryFindings.AsciiStep };
        var reply = failure.Reply as SmtpReply;
        var row = reply is null ? refused : MessageRefusals.Size(reply) ?? LoginRefusals.Shared(reply) ?? refused;
        var finding = LoginRefusals.Describe(context, row, context.Target, failure);
        return StepOf(context, row, reply) is { } step ? finding with { StepTemplate = step } : finding;
    }
}
