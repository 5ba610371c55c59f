using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Commands;

/// <summary><c>reset basic|attachments|error-texts|outgoing [FIELD…]</c></summary>
internal static class ResetCommand
{
    public static Command Build()
    {
        var reset = new Command("reset", "Reset fields of a block to their defaults.");
        foreach (var (name, block) in BlockNames.All) reset.Add(Block(name, block));
        return reset;
    }

    private static Command Block(string name, SettingBlock block)
    {
        var fields = new Argument<string[]>("FIELD") { Description = $"Fields to reset (default: all). Fields: {block.FieldNames}.", Arity = ArgumentArity.ZeroOrMore }.FieldNames(block);
        var command = new Command(name, $"Reset the {block.Title}.") { fields, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var names = parsed.GetValue(fields) is { Length: > 0 } given ? given : null;
            return call.Show(call.Session.Settings.Apply(
                new SettingsChange(block.Title, [new ChangeStep.Reset(block, names) { FromText = true }]), call.Host));
        }));
        return command;
    }
}
