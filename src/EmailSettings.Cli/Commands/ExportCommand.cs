using System.CommandLine;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>export [FILE] [--without-secrets] [--force]</c></summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var file = new Argument<string?>("FILE") { Description = "The document to write; standard output without it.", Arity = ArgumentArity.ZeroOrOne };
        var without = GlobalOptions.Flag("--without-secrets", "Leave the protected secrets out; an import keeps those that are there.");
        var force = GlobalOptions.Flag("--force", "Overwrite the file.");
        var command = new Command("export", "Write the settings as a document, byte by byte the same for the same settings.") { file, without, force, GlobalOptions.WhatIf };
        command.Validators.Add(result =>
        {
            if (result.GetResult(force) is { Implicit: false } && result.GetResult(file) is not { Tokens.Count: > 0 }) result.AddError("--force goes with a FILE.");
        });
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var withSecrets = !parsed.GetValue(without);
            if (parsed.GetValue(file) is not { } path)
            {
                StandardStreams.WriteDocument(call.Session.Documents.Export(withSecrets).Span);
                return ExitCode.Done;
            }
            var export = new DocumentExport(path) { WithSecrets = withSecrets, Overwrites = parsed.GetValue(force) };
            return call.Show(StoreViews.Of(call.Session.Documents.Export(export, call.Host)));
        }));
        return command;
    }
}
