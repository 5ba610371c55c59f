using System.CommandLine;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>restart show | clear</c></summary>
internal static class RestartCommand
{
    public static Command Build()
    {
        var show = new Command("show", "Show the pending restart, and since when.");
        show.SetAction(parsed => Call.Run(parsed, call => call.Show(StoreViews.Of(call.Session.Settings.ReadRestart()))));

        var clear = new Command("clear", "Record that the component was restarted.") { GlobalOptions.WhatIf };
        clear.SetAction(parsed => Call.Run(parsed, call => call.Show(
            call.Session.Settings.Apply(new SettingsChange("restart mark", [new ChangeStep.ClearRestart()]), call.Host))));

        return new Command("restart", "The restart that changed attachment settings require.") { show, clear };
    }
}
