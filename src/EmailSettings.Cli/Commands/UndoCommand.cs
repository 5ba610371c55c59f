using System.CommandLine;

namespace EmailSettings.Cli.Commands;

/// <summary><c>undo REVISION</c></summary>
internal static class UndoCommand
{
    public static Command Build()
    {
        var revision = new Argument<long>("REVISION") { Description = "The revision that the change made, as history shows it." };
        var command = new Command("undo", "Undo one change by a new one; secrets are not restored.") { revision, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
            call.Show(call.Session.Settings.Undo(parsed.GetRequiredValue(revision), call.Host))));
        return command;
    }
}
