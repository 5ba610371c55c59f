using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Documents;

namespace EmailSettings.Cli.Commands;

/// <summary><c>import FILE|- [--what-if] [--prune] [--secret PURPOSE=env:NAME|file:PATH]…</c></summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A settings document (JSON); - reads standard input.", Arity = ArgumentArity.ExactlyOne };
        var prune = GlobalOptions.Flag("--prune", "Remove incoming servers that are missing from the document.");
        var command = new Command("import", "Import a settings document, completely or not at all.") { file, prune, SecretSources.Option, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            using var secrets = SecretSources.Read(parsed.GetValue(SecretSources.Option)!);
            var path = parsed.GetRequiredValue(file);
            var import = new DocumentImport(path) { Prune = parsed.GetValue(prune), Secrets = secrets.Secrets };
            if (path == "-") import = import with { Content = StandardInput.ReadDocument(call) };
            return call.Show(call.Session.Documents.Import(import, call.Host));
        }));
        return command;
    }
}
