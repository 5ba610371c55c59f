using System.Globalization;
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
        using var client = new GraphMailboxClient(context.HttpOptions);
        var found = await client.FindInboxAsync(context.GraphRoot, context.Plan.User!, context.Token!.Token!, cancellation).ConfigureAwait(false);
        var facts = new MailboxStageFacts { Via = "Graph", Messages = found.TotalItemCount, RequestId = found.RequestId };
        if (found.Status == GraphMailboxStatus.Found) return new StageOutcome(facts);
        if (found.Status is GraphMailboxStatus.TokenRefused or GraphMailboxStatus.AccessDenied) Login.Escalate(context);
        return new StageOutcome(facts, Describe(context, found));
    }

    private static Finding Describe(ServerTestContext context, GraphMailboxOutcome found)
    {
        var text = found.ErrorCode is null ? found.ServerText : $"{found.ErrorCode}: {found.ServerText}";
        return found.Status switch
        {
            GraphMailboxStatus.NotEnabled => AuthenticateFindings.MailboxNotConnected.At(serverText: text) with { StepTemplate = AuthenticateFindings.GraphMailboxStep },
            GraphMailboxStatus.NotFound => AuthenticateFindings.MailboxNotFound.At(serverText: text),
            GraphMailboxStatus.TokenRefused => AuthenticateFindings.AuthenticateRejected.At(value: "the token at Microsoft Graph", serverText: text) with { StepTemplate = AuthenticateFindings.GraphTokenStep },
            GraphMailboxStatus.AccessDenied => AuthenticateFindings.MailboxNotConnected.At(serverText: text) with { StepTemplate = AuthenticateFindings.GraphAccessStep },
            GraphMailboxStatus.Throttled => AuthenticateFindings.AuthenticateThrottled.At(serverText: text),
            GraphMailboxStatus.Unreachable or GraphMailboxStatus.Untrusted => AuthenticateFindings.MailboxGraphUnreachable.At(value: context.GraphRoot.Authority, detail: found.Detail),
            _ => AuthenticateFindings.MailboxGraphUnreachable.At(
                value: context.GraphRoot.Authority, detail: string.Create(CultureInfo.InvariantCulture, $"it answered HTTP {found.HttpStatus}."), serverText: text),
        };
    }
}
