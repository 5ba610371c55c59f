using System.CommandLine;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>Colour on terminals (ECMA-48 SGR).</summary>
internal static class TerminalColor
{
    /// <summary>
    /// Whether colours are supported by the terminal and not disabled by the user (<c>--no-color</c>, <c>NO_COLOR</c>).
    /// </summary>
    public static bool IsWanted(ParseResult parsed) =>
        parsed.GetResult(GlobalOptions.NoColor) is not { Implicit: false }
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && (OperatingSystem.IsWindows()
            ? WindowsConsole.EnableSequences()
            : Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb");

    public static string Paint(string text, Tone tone, bool isColored) =>
        !isColored || tone == Tone.Plain || text.Length == 0 ? text : $"\e[{Code(tone)}m{text}\e[0m";

    private static string Code(Tone tone) => tone switch
    {
        Tone.Heading => "1",
        Tone.Good => "32",
        Tone.Doubtful => "33",
        _ => "31",
    };
}
