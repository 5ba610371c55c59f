using System.CommandLine;
using EmailSettings.Cli.Completion;

namespace EmailSettings.Cli.Commands;

/// <summary><c>undo REVISION</c></summary>
internal static class UndoCommand
{
    public static Command Build()
    {
        var revision = new Argument<long>("REVISION") { Description = "The revision that the change created, as history shows it." }.Revisions();
        var command = new Command("undo", "Revert one change by making another; secrets are not restored.") { revision, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
            call.Show(call.Session.Settings.Undo(parsed.GetRequiredValue(revision), call.Host))));
        return command;
    }
}
