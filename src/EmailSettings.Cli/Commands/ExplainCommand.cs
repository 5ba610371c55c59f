using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>explain [TEXT|ID]</c>: explains a server's reply, or one of our ids; reads standard input without an argument.
/// </summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var text = new Argument<string[]>("text")
        {
            Arity = ArgumentArity.ZeroOrMore,
            HelpName = "TEXT|ID",
            Description = "The server's reply, or an id such as Tls.Name (default: read from standard input).",
        }.Ids();
        var command = new Command("explain", "Explain a mail server's reply from any log, bounce or program, or an id of this program; contacts no server.") { text };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var given = parsed.GetValue(text) is { Length: > 0 } words ? string.Join(' ', words) : StandardInput.ReadLines(call);
            if (FindingExplanations.Find(given) is { } known) return call.Show(ExplanationViews.Of(known, Front.CommandLine));
            var replies = ReplyExplainer.Explain(given);
            return replies.Count > 0 ? call.Show(ExplanationViews.Of(replies, Front.CommandLine)) : throw ServerTestErrors.ReplyMissing.Error();
        }));
        return command;
    }
}
