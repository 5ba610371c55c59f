using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail;
using EmailSettings.Messages.Finding;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Searches for a sent message in the inbox and the junk folder until it is found or the time limit is reached.
/// </summary>
internal sealed class FindMessageStage : Stage
{
    // The message plus headers that servers on the path have added.
    private const long MaxLiteralBytes = 34L * 1024 * 1024;

    public override TestStage Name => TestStage.Message;

    public override TestStage[] Needs => [TestStage.Mailbox];

    public override string? SkipReason(ServerTestContext context)
    {
        if (context.Plan.Search is null) return "no message was requested";
        return context.UsesGraph || context.IsLoggedIn ? null : "there was no login";
    }

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var search = context.Plan.Search!;
        var facts = new MessageStageFacts { MessageId = DisplayText.Escape(search.MessageId), FoundAgain = false };
        if (context.UsesGraph) return await GraphMessageSearch.RunAsync(context, search, facts, cancellation).ConfigureAwait(false);
        var result = await context.Imap.LendAsync((stream, token) => LookAsync(context, search, stream, token), MaxLiteralBytes, cancellation).ConfigureAwait(false);
        if (result.Failure is { } failure) return new StageOutcome(facts, Refused(context, failure));
        return result.Facts!.Message is { } found
            ? MessageArrival.Describe(search, found, facts with { UnderWayMs = (long)(context.Services.Clock.GetUtcNow() - search.SentAt).TotalMilliseconds })
            : new StageOutcome(facts, NotFound(search, context.Target));
    }

    /// <summary>Creates the finding for a message that did not arrive in time.</summary>
    public static Finding NotFound(MessageSearch search, string host) => DeliveryFindings.MessageNotFoundAgain.At(
        value: $"the mailbox at {host}", detail: $"not within {search.Within.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s");

    private static async Task<Answer?> LookAsync(ServerTestContext context, MessageSearch search, Stream stream, CancellationToken cancellation)
    {
        var query = new MessageQuery { MessageId = search.MessageId, SentAt = search.SentAt, Within = search.Within };
        try
        {
            return new Answer(await MessageFinder.FindAsync(stream, context.Plan.Host!, context.Plan.Port, query, context.Services.Clock, cancellation).ConfigureAwait(false));
        }
        catch (MessageSearchException)
        {
            // The session has the server's reply.
            return null;
        }
    }

    private static Finding Refused(ServerTestContext context, MailFailure failure) => StageFailures.TryDescribe(context, failure)
        ?? DeliveryFindings.MessageNotFoundAgain.At(value: context.Target, detail: "the server rejects the search", serverText: failure.ServerText);

    /// <summary>The result of a search, possibly nothing.</summary>
    private sealed record Answer(FoundMessage? Message);
}
