using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>
/// Finds what is wrong with the arguments: one error for each mistake. An extra argument is not shown, because it may be a secret
/// passed as an argument by mistake.
/// </summary>
internal sealed class UsageFaults
{
    private readonly ParseResult _parsed;
    private readonly Command _command;
    private readonly string _path;
    private readonly List<Finding> _faults = [];

    private UsageFaults(ParseResult parsed)
    {
        _parsed = parsed;
        _command = parsed.CommandResult.Command;
        _path = PathOf(parsed);
    }

    /// <summary>Returns the faults of a command line; none if it can be run.</summary>
    public static IReadOnlyList<Finding> Of(ParseResult parsed)
    {
        // Options such as --help have actions of their own.
        if (parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action) return [];
        var faults = new UsageFaults(parsed);
        faults.Find();
        return faults._faults;
    }

    /// <summary>Gets the command as typed, without arguments.</summary>
    public static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
            names.Push(result.Command.Name);
        return string.Join(' ', names);
    }

    private void Find()
    {
        // The parser takes a first argument in brackets for a directive, and drops those that it does not know.
        if (_parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive) is { } directive)
        {
            Refuse($"'{CommandTree.Program}' has no command '{directive.Value}'.", suggestion: null);
            return;
        }
        var isGroup = _command.Subcommands.Count > 0;
        var (options, words) = Split();
        foreach (var option in options) RefuseOption(option);
        if (isGroup && words.Count > 0)
        {
            Refuse($"'{_path}' has no command '{words[0]}'.", NameSuggestion.For(words[0], [.. _command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)]));
        }
        else if (words.Count > MostWords())
        {
            Refuse($"'{_path}' was given too many arguments.", suggestion: null);
        }
        // The parser reports the arguments found above, too, and those that are missing because of them.
        string[] found = [.. options, .. words];
        foreach (var message in _parsed.Errors.Select(error => error.Message).Distinct())
        {
            var isKnown = _faults.Count > 0 && (isGroup || _parsed.UnmatchedTokens.Concat(found).Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)));
            if (!isKnown) Refuse(message, suggestion: null);
        }
    }

    private long MostWords()
    {
        var most = 0L;
        foreach (var argument in _command.Arguments) most += argument.Arity.MaximumNumberOfValues;
        return most;
    }

    // The parser takes an unknown option and its value for arguments. After an unknown command, nothing can be judged.
    private (List<string> Options, List<string> Words) Split()
    {
        var (options, words) = (new List<string>(), new List<string>());
        var ofOptions = OptionValues();
        var (isLiteral, isValue) = (false, false);
        foreach (var token in _parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) isLiteral = true;
            if (token.Type == TokenType.Argument && !ofOptions.Remove(token.Value))
            {
                if (!isLiteral && IsOption(token.Value)) options.Add(token.Value);
                else if (!isValue) words.Add(token.Value);
            }
            isValue = options.Count > 0 && token.Value == options[^1] && !token.Value.AsSpan().ContainsAny('=', ':');
            if (_command.Subcommands.Count > 0 && words.Count > 0) break;
        }
        return (options, words);
    }

    private List<string> OptionValues()
    {
        var values = new List<string>();
        for (var result = _parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
            values.AddRange(result.Children.OfType<OptionResult>().SelectMany(option => option.Tokens).Select(token => token.Value));
        return values;
    }

    private void RefuseOption(string token)
    {
        var name = token.Split('=', ':')[0];
        var options = OptionNames();
        var fields = _command.Arguments.OfType<FieldsArgument>().SelectMany(argument => argument.Names).ToList();
        var suggestion = NameSuggestion.For(name, options) ?? (NameSuggestion.For(name, fields) is { } field ? $"{field}=VALUE" : null);
        Refuse($"'{_path}' has no option '{name}'.", suggestion);
    }

    private List<string> OptionNames()
    {
        var names = _command.Options.Select(option => option.Name).ToList();
        for (var result = _parsed.CommandResult.Parent as CommandResult; result is not null; result = result.Parent as CommandResult)
            names.AddRange(result.Command.Options.Where(option => option.Recursive).Select(option => option.Name));
        return names;
    }

    private void Refuse(string detail, string? suggestion) =>
        _faults.Add(CommandLineErrors.UsageInvalid.At(_path, limit: NameSuggestion.Hint(suggestion), detail: detail));

    private static bool IsOption(string token) =>
        token.Length > 2 && token.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(token[2]) && !token.Split('=', ':')[0].Any(char.IsWhiteSpace);
}
