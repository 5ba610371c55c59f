using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Messages.Finding;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Searches for a sent message with Microsoft Graph in the inbox and the junk folder.</summary>
internal static class GraphMessageSearch
{
    // The same as over IMAP.
    private const int MaxBytes = 32 * 1024 * 1024;

    // Graph limits requests per application and mailbox.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly (string Name, string Shown, bool IsJunk)[] Folders = [("inbox", "Inbox", false), ("junkemail", "Junk Email", true)];

    public static async Task<StageOutcome> RunAsync(ServerTestContext context, MessageSearch search, MessageStageFacts facts, CancellationToken cancellation)
    {
        var clock = context.Services.Clock;
        using var client = new GraphClient(context.HttpOptions);
        for (var start = clock.GetTimestamp(); ;)
        {
            var pause = Pause;
            foreach (var (folder, shown, isJunk) in Folders)
            {
                var look = await client.FindMessageAsync(context.GraphRoot, context.Plan.User!, folder, search.MessageId, context.Token!.Token!, cancellation).ConfigureAwait(false);
                facts = facts with { Via = "Graph", RequestId = look.RequestId };
                if (look.Message is { } found)
                {
                    facts = facts with { UnderWayMs = (long)(clock.GetUtcNow() - search.SentAt).TotalMilliseconds };
                    return await ReadAsync(context, client, search, found, shown, isJunk, facts, cancellation).ConfigureAwait(false);
                }
                if (look.Status == GraphStatus.Throttled && look.RetryAfter is { } asked) pause = asked > pause ? asked : pause;
                // A mailbox may have no junk folder.
                else if (look.Status != GraphStatus.Done && !(isJunk && look.Status == GraphStatus.NotFound)) return new StageOutcome(facts, GraphFindings.Describe(context, look));
            }
            if (clock.GetElapsedTime(start) + pause > search.Within) return new StageOutcome(facts, FindMessageStage.NotFound(search, context.GraphRoot.Authority));
            await Task.Delay(pause, clock, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<StageOutcome> ReadAsync(
        ServerTestContext context, GraphClient client, MessageSearch search, GraphMessage found, string folder, bool isJunk, MessageStageFacts facts, CancellationToken cancellation)
    {
        var answer = await client.ReadMessageAsync(context.GraphRoot, context.Plan.User!, found.Id, MaxBytes, context.Token!.Token!, cancellation).ConfigureAwait(false);
        if (answer.Status != GraphStatus.Done) return new StageOutcome(facts, GraphFindings.Describe(context, answer));
        using var content = new MemoryStream(answer.Content.ToArray());
        return MessageReader.Read(content, new MessageReadOptions { Digests = true }, cancellation) is { } reading
            ? MessageArrival.Describe(search, new FoundMessage(folder, isJunk, found.ReceivedAt, reading with { IsWhole = reading.IsWhole && answer.Content.Length <= MaxBytes }), facts)
            : new StageOutcome(facts, FindMessageStage.NotFound(search, context.GraphRoot.Authority));
    }
}
