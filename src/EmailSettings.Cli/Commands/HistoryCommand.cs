using System.CommandLine;
using EmailSettings.Cli.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>history [--last N]</c></summary>
internal static class HistoryCommand
{
    public static Command Build()
    {
        var last = GlobalOptions.Number("--last", "Only the newest so many changes.", least: 1);
        var command = new Command("history", "Who changed what, and when; newest first, secrets masked.") { last };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(ChangeViews.Of(call.Session.Settings.ReadHistory(parsed.GetValue(last))))));
        return command;
    }
}
