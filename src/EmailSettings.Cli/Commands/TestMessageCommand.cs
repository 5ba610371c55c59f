using System.CommandLine;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>test message FILE|FOLDER…|- [--recurse] [--direction incoming|outgoing] [--detailed] [--settings DOCUMENT] [--compare-with
/// DOCUMENT]</c>
/// </summary>
internal static class TestMessageCommand
{
    private const string Input = "-";

    public static Command Build()
    {
        var paths = new Argument<string[]>("FILE") { Description = "Mail files (.eml), mbox files, or folders of them; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var recurse = GlobalOptions.Flag("--recurse", "Include subfolders.");
        var direction = ServerTestOptions.Text("--direction", "incoming|outgoing", "Direction of the mail (default: incoming).");
        var detailed = GlobalOptions.Flag("--detailed", "Show the setting behind each decision.");
        var settings = ServerTestOptions.Text("--settings", "DOCUMENT", "Test under the settings of a document as if it had been imported.");
        var compare = ServerTestOptions.Text("--compare-with", "DOCUMENT", "Show only what would be treated differently under the settings of this document.");
        direction.Validators.Add(result =>
        {
            if (result.Tokens is not ([{ Value: "incoming" or "outgoing" }] or [])) result.AddError("--direction must be incoming or outgoing.");
        });
        var command = new Command("message", "Show how the settings would treat mail from files; contacts no server.") { paths, recurse, direction, detailed, settings, compare };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var named = parsed.GetValue(paths) ?? [];
            using var input = named.Contains(Input) ? StandardStreams.OpenInput() : null;
            return Show(call, parsed.GetValue(detailed), new MessageTestRequest
            {
                Paths = [.. named.Where(path => path != Input).Select(Path.GetFullPath)],
                Recurse = parsed.GetValue(recurse),
                Input = input,
                Direction = parsed.GetValue(direction) == "outgoing" ? MessageDirection.Outgoing : MessageDirection.Incoming,
                DocumentPath = parsed.GetValue(settings),
                CompareWithPath = parsed.GetValue(compare),
            });
        }));
        return command;
    }

    // Pages appear as messages are read; a JSON document is streamed message by message.
    private static int Show(Call call, bool isDetailed, MessageTestRequest request)
    {
        var summary = new MessageSummary();
        if (call.IsJson)
        {
            // An invalid call is reported before the document begins.
            var messages = Messages(call, request, counts => summary = counts).GetEnumerator();
            using (messages)
            {
                var hasFirst = messages.MoveNext();
                call.Show(new View(MessageViews.Values(Rest(messages, hasFirst), () => summary, isDetailed, Front.CommandLine), () => new Page()));
            }
            return CodeOf(summary);
        }
        foreach (var message in Messages(call, request, counts => summary = counts)) call.ShowPage(() => MessageViews.PageOf(message, isDetailed, Front.CommandLine));
        return call.Show(new View(null, () => MessageViews.PageOf(summary, request.Direction)), CodeOf(summary));
    }

    private static IEnumerable<JudgedMessage> Rest(IEnumerator<JudgedMessage> messages, bool hasFirst)
    {
        for (var hasMore = hasFirst; hasMore; hasMore = messages.MoveNext()) yield return messages.Current;
    }

    private static int CodeOf(MessageSummary summary) => summary.Objects ? ExitCode.CheckFailed : ExitCode.Done;

    private static IEnumerable<JudgedMessage> Messages(Call call, MessageTestRequest request, Action<MessageSummary> summary) =>
        call.Session.Messages.TestAsync(request, summary, (done, total) => call.Host.Progress("messages tested", done, total), call.Host.Cancellation).ToBlockingEnumerable(call.Host.Cancellation);
}
