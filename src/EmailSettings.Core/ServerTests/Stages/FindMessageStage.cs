using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A message that was sent, looked for in the open inbox until it is there or the time for it is over.</summary>
internal sealed class FindMessageStage : ConnectionStage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public override TestStage Name => TestStage.Message;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Mailbox];

    public override string? SkipReason(ServerTestContext context)
    {
        if (context.Plan.Search is null) return "no message was asked for";
        return base.SkipReason(context) ?? (context.IsLoggedIn ? null : "there was no login");
    }

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var search = context.Plan.Search!;
        var clock = context.Services.Clock;
        var start = clock.GetTimestamp();
        var facts = new MessageStageFacts { MessageId = DisplayText.Escape(search.MessageId), FoundAgain = false };
        while (true)
        {
            var result = await context.Imap.SearchHeaderAsync("Message-ID", search.MessageId, cancellation).ConfigureAwait(false);
            if (result.Failure is { } failure) return new StageOutcome(facts, Refused(context, failure));
            if (result.Facts!.Uids.Count > 0)
                return new StageOutcome(facts with { FoundAgain = true, UnderWayMs = (long)(clock.GetUtcNow() - search.SentAt).TotalMilliseconds });
            if (clock.GetElapsedTime(start) > search.Within) break;
            await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
            // A server tells of new messages only when it is spoken to.
            await context.Imap.NoopAsync(cancellation).ConfigureAwait(false);
        }
        var seconds = search.Within.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new StageOutcome(facts, DeliveryFindings.MessageNotFoundAgain.At(value: $"the inbox at {context.Target}", detail: $"not within {seconds} s"));
    }

    private static Finding Refused(ServerTestContext context, MailFailure failure) => StepFailures.TryDescribe(context, failure)
        ?? DeliveryFindings.MessageNotFoundAgain.At(value: context.Target, detail: "the server refuses the search", serverText: failure.ServerText);
}
