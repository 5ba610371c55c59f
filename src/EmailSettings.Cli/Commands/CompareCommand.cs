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
            Description = "What to compare the settings with, or two things to compare with each other: a document, - for one on standard input, the file of another store, @REVISION or @TIME for the settings as they were then, @now for those of today.",
            Arity = new ArgumentArity(1, 2),
        };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = "Do not look at a field, block or server: a path in which * and ? stand for other characters.",
            HelpName = "PATTERN",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        var ignoreFile = new Option<string?>("--ignore-file") { Description = "A file of such patterns, one a line; # begins a comment.", HelpName = "FILE" };
        var command = new Command("compare", "Tell what differs, from left to right: exit code 0 for nothing, 1 for something, 2 and up where it cannot be told.") { sides, ignore, ignoreFile };
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
