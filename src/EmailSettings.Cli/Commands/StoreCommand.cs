using System.CommandLine;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>store show | backup FILE | restore FILE</c></summary>
internal static class StoreCommand
{
    public static Command Build()
    {
        var show = new Command("show", "Where the store is and how far it has come.");
        show.SetAction(parsed => Call.Run(parsed, call => call.Show(StoreViews.Of(call.Session.Store.Describe()))));
        return new Command("store", "The settings store itself.") { show, Backup(), Restore() };
    }

    private static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "A file that does not exist yet.", Arity = ArgumentArity.ExactlyOne };
        var command = new Command("backup", "Write a backup: settings and protected secrets, no key.") { file, GlobalOptions.WhatIf };
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
        var command = new Command("restore", "Take all settings and secrets of a backup; the history stays.") { file, GlobalOptions.WhatIf, GlobalOptions.Yes };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            call.Host.AsksFirst = !parsed.GetValue(GlobalOptions.Yes);
            return call.Show(StoreViews.Of(call.Session.Store.Restore(parsed.GetRequiredValue(file), call.Host) ?? call.Session.Store.Describe()));
        }));
        return command;
    }
}
