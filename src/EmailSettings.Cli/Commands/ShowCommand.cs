using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>show [basic|attachments|error-texts|incoming [NAME]|outgoing|all]</c></summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var show = Block("show", "Show settings (default: all blocks).", call => SettingsViews.Of(call.Session.Settings.ReadAll(), Front.CommandLine));
        show.Add(Block("basic", "Basic settings.", call => SettingsViews.Of(call.Session.Settings.ReadBasic())));
        show.Add(Block("attachments", "Attachment settings.", call => SettingsViews.Of(call.Session.Settings.ReadAttachments())));
        show.Add(Block("error-texts", "Error texts.", call => SettingsViews.Of(call.Session.Settings.ReadErrorTexts())));
        show.Add(Incoming());
        show.Add(Block("outgoing", "The outgoing mail server.", call => SettingsViews.Of(call.Session.Settings.ReadOutgoingServer())));
        show.Add(Block("all", "Everything.", call => SettingsViews.Of(call.Session.Settings.ReadAll(), Front.CommandLine)));
        return show;
    }

    private static Command Incoming()
    {
        var name = new Argument<string?>("NAME") { Description = "The server (default: all).", Arity = ArgumentArity.ZeroOrOne }.ServerNames();
        var command = Block("incoming", "The incoming mail servers, or one of them.", call => call.Parsed.GetValue(name) is { } wanted
            ? SettingsViews.Of(call.Session.Settings.ReadIncomingServer(wanted))
            : SettingsViews.Of(call.Session.Settings.ReadIncomingServers(), Front.CommandLine));
        command.Add(name);
        return command;
    }

    private static Command Block(string name, string description, Func<Call, View> read)
    {
        var command = new Command(name, description);
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(read(call))));
        return command;
    }
}
