using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Opens the inbox or the requested folder read-only: EXAMINE, or a request to Microsoft Graph. A login alone proves little.
/// </summary>
internal sealed class MailboxStage : Stage
{
    private static readonly string Version = typeof(MailboxStage).Assembly.GetName().Version!.ToString(3);

    public override TestStage Name => TestStage.Mailbox;

    public override TestStage[] Needs => [TestStage.Token, TestStage.Authenticate, TestStage.Capabilities];

    public override string? SkipReason(ServerTestContext context)
    {
        if (context.UsesGraph) return context.Plan.User is null ? "no mailbox was given" : context.Plan.Folder is null ? null : "a folder requires Imap";
        return context.IsLoggedIn ? null : "there was no login";
    }

    public override Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation) =>
        context.UsesGraph ? AskGraphAsync(context, cancellation) : ExamineAsync(context, cancellation);

    private static async Task<StageOutcome> ExamineAsync(ServerTestContext context, CancellationToken cancellation)
    {
        await IdentifyAsync(context, cancellation).ConfigureAwait(false);
        var result = await context.Imap.ExamineAsync(context.Plan.Folder ?? "INBOX", cancellation).ConfigureAwait(false);
        if (result.Failure is not { } failure)
        {
            var found = result.Facts!;
            return new StageOutcome(new MailboxStageFacts { Via = "Imap", Messages = found.Messages, UidValidity = found.UidValidity });
        }
        return new StageOutcome(null, RejectedReplies.Describe(context, failure, ReplyPosition.Mailbox, () =>
        {
            Login.Escalate(context);
            return AuthenticateFindings.MailboxNotConnected.For(context.Plan, serverText: failure.ServerText);
        }));
    }

    // Some servers open a mailbox only for clients that identify themselves. Servers that reject ID open it anyway.
    private static async Task IdentifyAsync(ServerTestContext context, CancellationToken cancellation)
    {
        if (context.Imap.Capabilities is { Id: true })
            await context.Imap.IdentifyAsync("EmailSettings", Version, cancellation).ConfigureAwait(false);
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
