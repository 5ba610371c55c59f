using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using EmailSettings.Core.Storage;

namespace EmailSettings.Cli;

/// <summary>The options of every command, and those that several share.</summary>
internal static class GlobalOptions
{
    private const string Json = "json";

    public static Option<string?> Store { get; } = new("--store")
    {
        Description = $"The settings store (default: {StorePath.Variable}, or the documented location).",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<string> Output { get; } = new("--output")
    {
        Description = "Readable tables, or one JSON document.",
        HelpName = "table|json",
        Recursive = true,
        DefaultValueFactory = _ => "table",
        CompletionSources = { "table", Json },
        Validators =
        {
            result =>
            {
                if (result is { Implicit: false, Tokens: not [{ Value: "table" or Json }] }) result.AddError("--output must be table or json.");
            },
        },
    };

    public static Option<bool> NoColor { get; } = Flag("--no-color", "Disable colour, as NO_COLOR does.", isRecursive: true);

    public static Option<bool> Verbose { get; } = Flag("--verbose", "Report each step on standard error.", isRecursive: true);

    public static Option<bool> Help { get; } = new("--help", "-h", "-?", "/h", "/?")
    {
        Description = "Show help and usage information.",
        Arity = ArgumentArity.Zero,
        Recursive = true,
        Action = new HelpAction(),
    };

    public static Option<bool> Version { get; } = new("--version")
    {
        Description = "Show the version.",
        Arity = ArgumentArity.Zero,
        Action = new VersionAction(),
    };

    public static Option<bool> WhatIf { get; } = Flag("--what-if", "Show what would change, without changing anything.");

    public static Option<bool> Yes { get; } = Flag("--yes", "Do not ask for confirmation.");

    /// <summary>Creates a switch; it takes no value, so that it does not swallow the next argument.</summary>
    public static Option<bool> Flag(string name, string description, bool isRecursive = false) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero, Recursive = isRecursive };

    /// <summary>Creates an option with a whole number.</summary>
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
            result.AddError($"{name} must be a whole number of at least {least}.");
            return null;
        },
    };

    /// <summary>Whether JSON was requested, even if the arguments are otherwise invalid.</summary>
    public static bool AsksForJson(ParseResult parsed) => parsed.GetResult(Output)?.Tokens is [{ Value: Json }];

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(GlobalOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            parseResult.InvocationConfiguration.Output.WriteLine(version);
            return ExitCode.Done;
        }
    }
}
