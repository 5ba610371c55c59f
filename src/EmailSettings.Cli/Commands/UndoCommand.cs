using System.CommandLine;
using EmailSettings.Cli.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>undo REVISION</c></summary>
internal static class UndoCommand
{
    public static Command Build()
    {
        var revision = new Argument<long>("REVISION") { Description = "The revision that the change made, as history tells it." };
        var command = new Command("undo", "Take one change back by a change on top; secrets do not come back.") { revision, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
            call.Show(ChangeViews.Of(call.Session.Settings.Undo(parsed.GetRequiredValue(revision), call.Host)))));
        return command;
    }
}
