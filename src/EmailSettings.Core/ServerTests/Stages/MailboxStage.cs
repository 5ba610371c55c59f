using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The inbox, opened for reading: EXAMINE, or a request to Microsoft Graph. A login alone proves little.</summary>
internal sealed class MailboxStage : Stage
{
    public override TestStage Name => TestStage.Mailbox;

    public override IReadOnlyList<TestStage> Needs => [TestStage.Token, TestStage.Authenticate, TestStage.Capabilities];

    public override string? SkipReason(ServerTestContext context)
    {
        if (context.UsesGraph) return context.Plan.User is null ? "no mailbox was given" : null;
        return context.IsLoggedIn ? null : "there was no login";
    }

    public override Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation) =>
        context.UsesGraph ? AskGraphAsync(context, cancellation) : ExamineAsync(context, cancellation);

    private static async Task<StageOutcome> ExamineAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Imap.ExamineAsync("INBOX", cancellation).ConfigureAwait(false);
        if (result.Failure is not { } failure)
        {
            var found = result.Facts!;
            return new StageOutcome(new MailboxStageFacts { Via = "Imap", Messages = found.Messages, UidValidity = found.UidValidity });
        }
        return new StageOutcome(null, RefusedReplies.Describe(context, failure, ReplyPlace.Mailbox, () =>
        {
            Login.Escalate(context);
            return AuthenticateFindings.MailboxNotConnected.For(context.Plan, serverText: failure.ServerText);
        }));
    }

    private static async Task<StageOutcome> AskGraphAsync(ServerTestContext context, CancellationToken cancellation)
    {
        using var client = new GraphClient(context.HttpOptions);
        var found = await client.FindInboxAsync(context.GraphRoot, context.Plan.User!, context.Token!.Token!, cancellation).ConfigureAwait(false);
        var facts = new MailboxStageFacts { Via = "Graph", Messages = found.TotalItemCount, RequestId = found.RequestId };
        if (found.Status == GraphStatus.Done) return new StageOutcome(facts);
        return new StageOutcome(facts, GraphFindings.Describe(context, found));
    }
}
