using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A real message, sent; and looked for in a mailbox where that was asked for.</summary>
internal sealed class SendMessageStage(ServerTestRunner run) : ConnectionStage
{
    public override TestStage Name => TestStage.Message;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Envelope];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.Plan.Request is OutgoingTestRequest { Message: not null } ? null : "no message was asked for");

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var request = (OutgoingTestRequest)context.Plan.Request;
        var (id, content) = context.Message!.Value;
        using var stream = new MemoryStream(content, writable: false);
        var result = await context.Smtp.DataAsync(stream, cancellation).ConfigureAwait(false);
        var facts = new MessageStageFacts { MessageId = DisplayText.Escape(id), SizeBytes = content.Length, Reply = (result.Facts ?? result.Failure?.Reply)?.Line };
        if (result.Failure is { } failure) return new StageOutcome(facts, Describe(context, failure));
        return context.Plan.FindAgain is { } plan && request.Message is { } message
            ? await FindAsync(context, plan, new MessageSearch(id, message.FindWithin, context.Services.Clock.GetUtcNow()), facts, cancellation).ConfigureAwait(false)
            : new StageOutcome(facts);
    }

    // A server that took the message and could not say so looks like one that did not take it. Nobody sends it again but a person.
    private static Finding Describe(ServerTestContext context, MailFailure failure)
    {
        if (failure is { Command: SmtpCommands.EndOfData, Kind: MailFailureKind.TimedOut or MailFailureKind.Disconnected })
        {
            context.IsConnectionLost = true;
            return SendingFindings.MessageOutcomeUnknown.At(serverText: failure.ServerText);
        }
        return RefusedReplies.Describe(context, failure, ReplyPlace.Message, RefusedReplies.LastResort(context, DeliveryFindings.MessageRefused, failure));
    }

    private async Task<StageOutcome> FindAsync(ServerTestContext context, ServerTestPlan plan, MessageSearch search, MessageStageFacts facts, CancellationToken cancellation)
    {
        var report = await run.RunAsync(plan with { Search = search }, cancellation).ConfigureAwait(false);
        context.FoundAgain = report;
        var found = report.Stages.FirstOrDefault(stage => stage.Stage == TestStage.Message)?.Facts as MessageStageFacts;
        facts = facts with { FoundAgain = found?.FoundAgain == true, UnderWayMs = found?.UnderWayMs };
        if (facts.FoundAgain == true) return new StageOutcome(facts);
        return new StageOutcome(facts, report.Findings.FirstOrDefault(finding => finding.Id == DeliveryFindings.MessageNotFoundAgain.Id)
            ?? DeliveryFindings.MessageNotFoundAgain.At(value: report.Target, detail: report.Primary?.Cause ?? "the mailbox was not opened"));
    }
}
