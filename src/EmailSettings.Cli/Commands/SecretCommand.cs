using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Commands;

/// <summary><c>secret list | set PURPOSE | remove PURPOSE | reprotect</c></summary>
internal static class SecretCommand
{
    public static Command Build() => new("secret", "List, enter, remove and re-encrypt stored secrets; none is ever shown.") { List(), Set(), Remove(), Reprotect() };

    private static Command List()
    {
        var toReEnter = GlobalOptions.Flag("--to-re-enter", "Only secrets that must be entered again because they cannot be decrypted here.");
        var command = new Command("list", "List the stored secrets and those that the settings require, soonest expiry first.") { toReEnter };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(SecretViews.Of(call.Session.Secrets.List(parsed.GetValue(toReEnter))))));
        return command;
    }

    private static Command Set()
    {
        var purpose = Purpose();
        var command = new Command("set", "Store a secret, from standard input (one final line ending is dropped) or a hidden prompt.") { purpose, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var wanted = call.Session.Secrets.WithTarget(PurposeArgument.Read(parsed.GetRequiredValue(purpose)));
            using var text = StandardInput.ReadSecret(call, wanted);
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
            var wanted = PurposeArgument.Read(parsed.GetRequiredValue(purpose));
            return Apply(call, wanted, new ChangeStep.RemoveSecret(wanted));
        }));
        return command;
    }

    private static Command Reprotect()
    {
        var skip = GlobalOptions.Flag("--skip-undecryptable", "Continue without the secrets that cannot be decrypted here, and list them.");
        var certificate = new Option<string?>("--for-certificate") { Description = "The public certificate (.cer) of another system; requires --out. The store is not changed.", HelpName = "FILE" };
        var document = new Option<string?>("--out") { Description = "The settings document to write for that system.", HelpName = "DOCUMENT" };
        var command = new Command("reprotect", "Re-encrypt the stored secrets to the chosen certificate, all or none.") { skip, certificate, document, GlobalOptions.WhatIf };
        command.Validators.Add(result =>
        {
            if (result.GetResult(certificate) is null != result.GetResult(document) is null)
                result.AddError($"{certificate.Name} and {document.Name} go together.");
        });
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var (file, skips) = (parsed.GetValue(document), parsed.GetValue(skip));
            var result = file is null
                ? call.Session.Secrets.Reprotect(skips, call.Host)
                : call.Session.Secrets.ReprotectFor(parsed.GetValue(certificate)!, file, skips, call.Host);
            return call.Show(SecretViews.Of(result, file, Front.CommandLine), result.ToReEnter.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done);
        }));
        return command;
    }

    private static int Apply(Call call, SecretPurpose purpose, ChangeStep step) =>
        call.Show(call.Session.Settings.Apply(new SettingsChange($"secret '{purpose}'", [step]), call.Host));

    private static Argument<string> Purpose() =>
        new Argument<string>("PURPOSE") { Description = "outgoing.password, outgoing.secret, incoming.secret:NAME or sms.password.", Arity = ArgumentArity.ExactlyOne }.Purposes();
}
