using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Cli.Views;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Commands;

/// <summary><c>secret list | set PURPOSE | remove PURPOSE</c></summary>
internal static class SecretCommand
{
    public static Command Build() => new("secret", "List, enter and remove stored secrets; none is ever shown.") { List(), Set(), Remove() };

    private static Command List()
    {
        var command = new Command("list", "The stored secrets and the ones that the settings ask for.");
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(SecretViews.Of(call.Session.Secrets.List()))));
        return command;
    }

    private static Command Set()
    {
        var purpose = Purpose();
        var command = new Command("set", "Store a secret: from standard input (one final line end is dropped) or a hidden prompt.") { purpose, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var wanted = SecretPurpose.Parse(parsed.GetRequiredValue(purpose));
            using var text = StandardInput.ReadSecret(call, wanted.ToString());
            return Apply(call, wanted, new ChangeStep.SetSecret(wanted, text));
        }));
        return command;
    }

    private static Command Remove()
    {
        var purpose = Purpose();
        var command = new Command("remove", "Remove a stored secret.") { purpose, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var wanted = SecretPurpose.Parse(parsed.GetRequiredValue(purpose));
            return Apply(call, wanted, new ChangeStep.RemoveSecret(wanted));
        }));
        return command;
    }

    private static int Apply(Call call, SecretPurpose purpose, ChangeStep step) =>
        call.Show(ChangeViews.Of(call.Session.Settings.Apply(new SettingsChange($"secret '{purpose}'", [step]), call.Host)));

    private static Argument<string> Purpose() =>
        new("PURPOSE") { Description = "outgoing.password, outgoing.secret, incoming.secret:NAME or sms.password.", Arity = ArgumentArity.ExactlyOne };
}
