using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Commands, options and operands in next steps exist.</summary>
public sealed partial class NextStepTests
{
    private static readonly Command Root = CommandTree.Build();

    public static TheoryData<string> Calls => [.. Named("emailsettings ").Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Options => [.. NextSteps.All.SelectMany(step => Option().Matches(step)).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_valid(string call)
    {
        var words = CommandLineParser.SplitCommandLine(call["emailsettings ".Length..]).Select(Filled).ToArray();
        Command command = Root;
        var at = 0;
        for (; at < words.Length && command.Subcommands.FirstOrDefault(one => one.Name == words[at]) is { } next; at++) command = next;
        Assert.True(command != Root || words[0] == "--version", call);
        // Without operands, the command only needs to exist.
        if (at == words.Length) Assert.Empty(command.Subcommands);
        else Assert.Empty(Root.Parse(words).Errors);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_is_there(string option) => Assert.Contains(option, Everything(Root).SelectMany(command => command.Options).Select(one => one.Name));

    private static IEnumerable<string> Named(string beginning) =>
        NextSteps.All.SelectMany(step => Quoted().Matches(step)).Select(match => match.Groups[1].Value).Where(text => text.StartsWith(beginning, StringComparison.Ordinal));

    private static IEnumerable<Command> Everything(Command command) => command.Subcommands.SelectMany(Everything).Prepend(command);

    private static string Filled(string word) => Placeholder().Replace(word, "incoming.secret:Contoso");

    [GeneratedRegex(@"'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![-\w])--[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
