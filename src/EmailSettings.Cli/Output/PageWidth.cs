using System.Globalization;

namespace EmailSettings.Cli.Output;

/// <summary>Columns a line of a page may take.</summary>
internal static class PageWidth
{
    /// <summary>More is hard to read, and is what files and pipes get.</summary>
    public const int Most = 100;

    /// <summary>Less leaves no room for a table; the terminal breaks such lines itself.</summary>
    public const int Least = 40;

    // Where the terminal does not tell, as over a serial line.
    private const int Unknown = 80;

    /// <summary>The width of standard output as it is now.</summary>
    public static int OfOutput() => Console.IsOutputRedirected
        ? Most
        : OfTerminal(OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("COLUMNS"), WindowWidth());

    /// <summary>The width on a terminal.</summary>
    /// <param name="columns">The variable COLUMNS, by which the user wins over the terminal (POSIX.1-2017, Base Definitions 8.3);
    /// what is no width is passed over.</param>
    /// <param name="window">Columns of the terminal; 0 where it does not tell.</param>
    public static int OfTerminal(string? columns, int window)
    {
        var isGiven = int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0;
        return Math.Clamp(isGiven ? given : window > 0 ? window : Unknown, Least, Most);
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
