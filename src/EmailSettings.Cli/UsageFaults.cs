using System.CommandLine;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>Converts the parser's errors.</summary>
internal static class UsageFaults
{
    /// <summary>
    /// Creates one error for all of them. An extra argument is counted and not shown: it may be a secret passed as an argument by
    /// mistake.
    /// </summary>
    public static EmailSettingsException Of(ParseResult parsed)
    {
        var path = PathOf(parsed);
        var isGroup = parsed.CommandResult.Command.Subcommands.Count > 0;
        var unmatched = parsed.UnmatchedTokens;
        var details = parsed.Errors
            .Where(error => unmatched.Count == 0 || !(isGroup || unmatched.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
            .Select(error => error.Message)
            .Concat(unmatched.Select(token => Unmatched(token, path, isGroup)));
        return new EmailSettingsException([.. details.Distinct().Select(detail => CommandLineErrors.UsageInvalid.At(path, detail: detail))]);
    }

    /// <summary>Gets the command as typed, without arguments.</summary>
    public static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(result.Command is RootCommand ? "emailsettings" : result.Command.Name);
        return string.Join(' ', names);
    }

    private static string Unmatched(string token, string path, bool isGroup)
    {
        if (token.StartsWith("--", StringComparison.Ordinal)) return $"'{path}' has no option '{token.Split('=', ':')[0]}'.";
        return isGroup ? $"'{path}' has no command '{token}'." : $"'{path}' was given too many arguments.";
    }
}
