using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli.Commands;

/// <summary><c>incoming add|set NAME FIELD=VALUE… [--secret-stdin] | rename NAME NEW | remove NAME</c></summary>
internal static class IncomingCommand
{
    private const string NameDescription = "Name of the server. Put -- before a name that starts with a hyphen.";

    public static Command Build() => new("incoming", "Add, change, rename and remove incoming mail servers.")
    {
        Assign("add", "Add an incoming mail server.", ServerMatch.New),
        Assign("set", "Change an incoming mail server.", ServerMatch.Existing),
        Rename(),
        Remove(),
    };

    private static Command Assign(string verb, string description, ServerMatch match)
    {
        var name = match == ServerMatch.New ? Name("NAME", NameDescription) : Existing();
        var fields = new FieldsArgument(SettingBlocks.Incoming);
        var command = new Command(verb, description) { name, fields, SecretOptions.Secret, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var server = parsed.GetRequiredValue(name);
            var secret = SecretOptions.FieldIn(parsed);
            using var given = FieldAssignments.Read(SettingBlocks.Incoming, SettingBlocks.PathOfServer(server), parsed.GetValue(fields)!, secret);
            var step = new ChangeStep.AssignServer(server, match, given.Assignments) { FromText = true };
            // An invalid name is rejected with the rest of the change, and nothing is read.
            return Apply(call, given.ToChange(call, TargetOf(server), step, secret is null ? null : SecretPurpose.TryIncomingSecret(server)));
        }));
        return command;
    }

    private static Command Rename()
    {
        var name = Existing();
        var newName = Name("NEW", "The new name.");
        var command = new Command("rename", "Rename an incoming mail server; its secret is kept.") { name, newName, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
            Apply(call, parsed.GetRequiredValue(name), new ChangeStep.RenameServer(parsed.GetRequiredValue(name), parsed.GetRequiredValue(newName)))));
        return command;
    }

    private static Command Remove()
    {
        var name = Existing();
        var command = new Command("remove", "Remove an incoming mail server and its secret.") { name, GlobalOptions.WhatIf, GlobalOptions.Yes };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            call.Host.AsksFirst = !parsed.GetValue(GlobalOptions.Yes);
            return Apply(call, parsed.GetRequiredValue(name), new ChangeStep.RemoveServer(parsed.GetRequiredValue(name)));
        }));
        return command;
    }

    private static int Apply(Call call, string name, ChangeStep step) => Apply(call, new SettingsChange(TargetOf(name), [step]));

    private static int Apply(Call call, SettingsChange change) => call.Show(call.Session.Settings.Apply(change, call.Host));

    private static string TargetOf(string name) => $"incoming mail server '{DisplayText.Shorten(name)}'";

    private static Argument<string> Existing() => Name("NAME", NameDescription).ServerNames();

    private static Argument<string> Name(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ExactlyOne };
}
