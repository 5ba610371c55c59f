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
        var file = new Argument<string?>("FILE") { Description = "The document to write (default: standard output).", Arity = ArgumentArity.ZeroOrOne };
        var without = GlobalOptions.Flag("--without-secrets", "Omit the protected secrets; an import then keeps the stored ones.");
        var force = GlobalOptions.Flag("--force", "Overwrite an existing file.");
        var command = new Command("export", "Export the settings to a document; the same settings give the same bytes.") { file, without, force, GlobalOptions.WhatIf };
        command.Validators.Add(result =>
        {
            if (result.GetResult(force) is { Implicit: false } && result.GetResult(file) is not { Tokens.Count: > 0 }) result.AddError("--force requires a FILE.");
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
