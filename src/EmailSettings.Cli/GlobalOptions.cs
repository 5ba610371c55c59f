using System.CommandLine;
using EmailSettings.Core.Storage;

namespace EmailSettings.Cli;

/// <summary>Options that every command takes, and the ones that several share.</summary>
internal static class GlobalOptions
{
    private const string Json = "json";

    public static Option<string?> Store { get; } = new("--store")
    {
        Description = $"The settings store; {StorePath.Variable} or the documented place without it.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<string> Output { get; } = new("--output")
    {
        Description = "Tables for people, or one JSON document.",
        HelpName = "table|json",
        Recursive = true,
        DefaultValueFactory = _ => "table",
        CompletionSources = { "table", Json },
        Validators =
        {
            result =>
            {
                if (result is { Implicit: false, Tokens: not [{ Value: "table" or Json }] }) result.AddError("--output takes table or json.");
            },
        },
    };

    public static Option<bool> NoColor { get; } = Flag("--no-color", "No colour; NO_COLOR does the same.", isRecursive: true);

    public static Option<bool> Verbose { get; } = Flag("--verbose", "Tell each step on standard error.", isRecursive: true);

    public static Option<bool> WhatIf { get; } = Flag("--what-if", "Show what would change; change nothing.");

    public static Option<bool> Yes { get; } = Flag("--yes", "Do not ask first, at a terminal either.");

    /// <summary>A switch: takes no value, so that nothing behind it is swallowed.</summary>
    public static Option<bool> Flag(string name, string description, bool isRecursive = false) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero, Recursive = isRecursive };

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int?> Number(string name, string description, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least)
            {
                return number;
            }
            result.AddError($"{name} takes a whole number from {least} up.");
            return null;
        },
    };

    /// <summary>JSON was asked for, even where the arguments are otherwise wrong.</summary>
    public static bool AsksForJson(ParseResult parsed) => parsed.GetResult(Output)?.Tokens is [{ Value: Json }];
}
