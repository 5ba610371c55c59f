using System.CommandLine;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>store show | backup FILE | restore FILE</c></summary>
internal static class StoreCommand
{
    public static Command Build()
    {
        var show = new Command("show", "Show the location of the store and its revision.");
        show.SetAction(parsed => Call.Run(parsed, call => call.Show(StoreViews.Of(call.Session.Store.Describe()))));
        return new Command("store", "The settings store itself.") { show, Backup(), Restore() };
    }

    private static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "A file that does not exist yet.", Arity = ArgumentArity.ExactlyOne };
        var command = new Command("backup", "Back up settings and protected secrets, but no key.") { file, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var path = parsed.GetRequiredValue(file);
            return call.Show(StoreViews.OfBackup(path, call.Session.Store.Backup(path, call.Host), Front.CommandLine));
        }));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "The backup.", Arity = ArgumentArity.ExactlyOne };
        var command = new Command("restore", "Replace all settings and secrets with those of a backup; the history is kept.") { file, GlobalOptions.WhatIf, GlobalOptions.Yes };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            call.Host.AsksFirst = !parsed.GetValue(GlobalOptions.Yes);
            return call.Show(StoreViews.Of(call.Session.Store.Restore(parsed.GetRequiredValue(file), call.Host) ?? call.Session.Store.Describe()));
        }));
        return command;
    }
}
