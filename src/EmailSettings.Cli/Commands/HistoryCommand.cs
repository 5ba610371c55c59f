using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Settings;

namespace EmailSettings.Cli.Commands;

/// <summary><c>history [--last N] [--after TIME] [--before TIME] [--account PATTERN] [--path PATTERN]…</c></summary>
internal static class HistoryCommand
{
    public static Command Build()
    {
        var last = GlobalOptions.Number("--last", "Only this many of the most recent changes.", least: 1);
        var after = MomentArgument.Option("--after", "Only changes at or after this time.");
        var before = MomentArgument.Option("--before", "Only changes before this time.");
        var account = new Option<string?>("--account") { Description = @"Only changes by this account: HOST\user or just the user; the wildcards are * and ?.", HelpName = "PATTERN" };
        var path = new Option<string[]>("--path")
        {
            Description = "Only changes of this field, block or server, such as outgoingServer.port, basic or incomingServers[Contoso*].",
            HelpName = "PATTERN",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        var command = new Command("history", "Who changed what, and when; newest first, secrets masked. As JSON one line a change (JSON Lines).") { last, after, before, account, path };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(ChangeViews.Of(call.Session.Settings.ReadHistory(new HistoryFilter
        {
            Last = parsed.GetValue(last),
            After = parsed.GetValue(after),
            Before = parsed.GetValue(before),
            Account = parsed.GetValue(account) is { } name ? new PathPattern(name) : null,
            Paths = [.. parsed.GetValue(path)!.Select(pattern => new PathPattern(pattern))],
        })))));
        return command;
    }
}
