using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>MAIL FROM and RCPT TO, with or without a message following.</summary>
internal static class EnvelopeDialogue
{
    public static async Task<StageOutcome> RunAsync(ServerTestContext context, MailFromParameters? message, CancellationToken cancellation)
    {
        var request = (OutgoingTestRequest)context.Plan.Request;
        var facts = new EnvelopeStageFacts();
        var from = await context.Smtp.MailFromAsync(request.SenderAddress!, message, cancellation).ConfigureAwait(false);
        facts = facts with { SenderReply = Reply(from) };
        if (from.Failure is { } refusedSender) return new StageOutcome(facts, Judge(context, refusedSender, ReplyPosition.Sender, DeliveryFindings.EnvelopeSenderRefused));

        var to = await context.Smtp.RcptToAsync(request.RecipientAddress!, cancellation).ConfigureAwait(false);
        facts = facts with { RecipientReply = Reply(to) };
        return to.Failure is { } refused
            ? new StageOutcome(facts, Judge(context, refused, ReplyPosition.Recipient, DeliveryFindings.EnvelopeRecipientRefused))
            : new StageOutcome(facts);
    }

    private static string? Reply(MailResult<SmtpReply> result) => (result.Facts ?? result.Failure?.Reply)?.Line;

    private static Finding Judge(ServerTestContext context, MailFailure failure, ReplyPosition place, FindingCode lastResort)
    {
        return failure.Kind == MailFailureKind.NotOffered
            ? ConnectionFindings.CapabilitiesMissing.At(value: $"{failure.Detail}, which this address needs") with { Severity = Severity.Error, StepTemplate = DeliveryFindings.AsciiStep }
            : RejectedReplies.Describe(context, failure, place, RejectedReplies.LastResort(context, lastResort, failure));
    }
}
