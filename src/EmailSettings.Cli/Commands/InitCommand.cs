using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>init [--from DOCUMENT] [--secret PURPOSE=env:NAME|file:PATH]…</c></summary>
internal static class InitCommand
{
    public static Command Build()
    {
        var from = new Option<string?>("--from") { Description = "A settings document to start with.", HelpName = "DOCUMENT" };
        var command = new Command("init", "Create the store and, if there is none, the password certificate; import a document; show the health.") { from, SecretSources.Option, GlobalOptions.WhatIf };
        command.Validators.Add(result =>
        {
            if (result.GetResult(SecretSources.Option) is { Implicit: false } && result.GetResult(from) is not { Implicit: false })
                result.AddError($"{SecretSources.Option.Name} requires {from.Name}.");
        });
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            using var secrets = SecretSources.Read(parsed.GetValue(SecretSources.Option)!);
            var import = parsed.GetValue(from) is { } path ? new DocumentImport(path) { Secrets = secrets.Secrets } : null;
            return call.Show(InitializeViews.Of(call.Session.Documents.Initialize(import, call.Host), Front.CommandLine));
        }));
        return command;
    }
}
