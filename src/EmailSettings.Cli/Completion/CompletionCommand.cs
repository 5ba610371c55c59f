using System.CommandLine;
using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Completion;

/// <summary><c>completion bash|zsh|powershell</c>, and the hidden <c>complete LINE</c> that those scripts call.</summary>
internal static class CompletionCommand
{
    private static readonly string[] HelpAliases = ["-h", "/h", "-?", "/?"];

    public static Command Build()
    {
        var completion = new Command("completion", "Write a script that completes this program's commands, options and values in a shell.");
        foreach (var (shell, script, use) in CompletionScripts.All)
        {
            var command = new Command(shell, use);
            command.SetAction(parsed => Call.Run(parsed, call =>
            {
                call.RefuseJson();
                StandardStreams.Output.Write(script);
                StandardStreams.Output.Flush();
                return ExitCode.Done;
            }));
            completion.Add(command);
        }
        return completion;
    }

    /// <summary>
    /// Writes the completions of a line up to the cursor, each followed by LF, which bash on Windows requires too. Server names
    /// contain no line breaks.
    /// </summary>
    public static Command BuildComplete()
    {
        var line = new Argument<string>("LINE") { Arity = ArgumentArity.ExactlyOne };
        var command = new Command("complete", "Complete a command line.") { line };
        command.Hidden = true;
        command.SetAction(parsed => Call.Run(parsed, _ =>
        {
            foreach (var offer in Complete(parsed.GetRequiredValue(line))) StandardStreams.Output.Write($"{offer}\n");
            StandardStreams.Output.Flush();
            return ExitCode.Done;
        }));
        return command;
    }

    private static List<string> Complete(string line)
    {
        // The first word is the program, whatever its name.
        var rest = line.TrimStart();
        var typed = CommandTree.Program + (rest.IndexOf(' ', StringComparison.Ordinal) is var end and >= 0 ? rest[end..] : "");
        var parsed = CommandTree.Build().Parse(typed);
        var word = parsed.GetCompletionContext().WordToComplete;
        var offers = parsed.GetCompletions(typed.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !text.Contains('\n', StringComparison.Ordinal) && !HelpAliases.Contains(text))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (word.Length > 0) return offers;
        // Options are offered only after a hyphen, if there is anything else. Nothing is offered for files: shells complete them.
        var others = offers.Where(text => !text.StartsWith("--", StringComparison.Ordinal)).ToList();
        return others.Count > 0 || parsed.CommandResult.Command.Arguments.Count > 0 ? others : offers;
    }
}
