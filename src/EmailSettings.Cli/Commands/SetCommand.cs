using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>set basic|attachments|error-texts|outgoing FIELD=VALUE… [--password-stdin|--secret-stdin] [--what-if]</c>
/// </summary>
internal static class SetCommand
{
    public static Command Build()
    {
        var set = new Command("set", "Change fields of a block.");
        foreach (var (name, block) in BlockNames.All) set.Add(Block(name, block));
        return set;
    }

    private static Command Block(string name, SettingBlock block)
    {
        var fields = new FieldsArgument(block);
        var command = new Command(name, $"Change the {block.Title}.") { fields, GlobalOptions.WhatIf };
        if (name == BlockNames.Outgoing) SecretOptions.AddTo(command);
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var secret = SecretOptions.FieldIn(parsed);
            using var given = FieldAssignments.Read(block, block.Path, parsed.GetValue(fields)!, secret);
            var change = given.ToChange(call, block.Title, new ChangeStep.Assign(block, given.Assignments) { FromText = true }, PurposeOf(secret));
            return call.Show(call.Session.Settings.Apply(change, call.Host));
        }));
        return command;
    }

    private static SecretPurpose? PurposeOf(string? field) => field switch
    {
        null => null,
        "Password" => SecretPurpose.OutgoingPassword,
        _ => SecretPurpose.OutgoingSecret,
    };
}
