using System.Globalization;

namespace EmailSettings.Cli.Output;

/// <summary>The number of columns of a page.</summary>
internal static class PageWidth
{
    /// <summary>The maximum, also used for files and pipes; longer lines are hard to read.</summary>
    public const int Max = 100;

    /// <summary>The minimum for a table; narrower terminals wrap the lines themselves.</summary>
    public const int Min = 40;

    // For terminals of unknown width, such as a serial line.
    private const int Unknown = 80;

    /// <summary>Gets the current width of standard output.</summary>
    public static int OfOutput() => Console.IsOutputRedirected
        ? Max
        : OfTerminal(OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("COLUMNS"), WindowWidth());

    /// <summary>Gets the width for a terminal.</summary>
    /// <param name="columns">The variable COLUMNS, which takes precedence over the terminal (POSIX.1-2017, Base Definitions 8.3);
    /// ignored if not a number.</param>
    /// <param name="window">The columns of the terminal; 0 if unknown.</param>
    public static int OfTerminal(string? columns, int window)
    {
        var isGiven = int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0;
        return Math.Clamp(isGiven ? given : window > 0 ? window : Unknown, Min, Max);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
