using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Settings;

namespace EmailSettings.Cli.Commands;

/// <summary><c>compare [LEFT] RIGHT [--ignore PATTERN]… [--ignore-file FILE]</c></summary>
internal static class CompareCommand
{
    public static Command Build()
    {
        var sides = new Argument<string[]>("SIDE")
        {
            Description = "What to compare the settings with, or two sides to compare: a document, - for one on standard input, the file of another store, @REVISION or @TIME for an earlier state, @now for the current settings.",
            Arity = new ArgumentArity(1, 2),
        };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = "Ignore a field, block or server: a path with the wildcards * and ?.",
            HelpName = "PATTERN",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        var ignoreFile = new Option<string?>("--ignore-file") { Description = "A file of such patterns, one per line; # starts a comment.", HelpName = "FILE" };
        var command = new Command("compare", "Show the differences, from left to right. Exit code 0: no difference, 1: differences, 2 and up: errors.") { sides, ignore, ignoreFile };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            IReadOnlyList<PathPattern> patterns =
            [
                .. parsed.GetValue(ignore)!.Select(pattern => new PathPattern(pattern)),
                .. parsed.GetValue(ignoreFile) is { } file ? IgnoreFile.Read(file) : [],
            ];
            using var operands = new ComparisonOperands(call, parsed.GetRequiredValue(sides));
            var comparison = call.Session.Comparison.Compare(operands.Left, operands.Right, patterns, call.Host);
            return call.Show(ComparisonViews.Of(comparison), comparison.IsSame ? ExitCode.Done : ExitCode.CheckFailed);
        }));
        return command;
    }
}
