using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>One run of a program, from start to end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
/// <param name="Time">How long it ran.</param>
/// <param name="PeakBytes">The most memory it held (VmHWM); 0 where nothing watched it.</param>
/// <param name="MostThreads">The most threads seen; 0 where nothing watched it.</param>
internal sealed record MeasuredProcess(int ExitCode, string Output, string Errors, TimeSpan Time, long PeakBytes, int MostThreads)
{
    // Often enough for a program that ends after ten.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="store">The settings store, for the command line.</param>
    /// <param name="input">One line for its standard input; null for none.</param>
    /// <param name="watch">Watches memory and threads, as Linux tells them.</param>
    /// <param name="variables">Variables of its environment beside those of this process.</param>
    public static MeasuredProcess Run(
        string program, IEnumerable<string> arguments, string? store = null, string? input = null, bool watch = false, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (store is not null) start.Environment["EMAILSETTINGS_STORE"] = store;
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        if (input is not null) process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        var watching = watch ? Task.Run(() => Watch(process)) : Task.FromResult((0L, 0));
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = clock.Elapsed;
        var (peak, threads) = watching.GetAwaiter().GetResult();
        return new MeasuredProcess(process.ExitCode, output, errors.GetAwaiter().GetResult(), time, peak, threads);
    }

    /// <summary>The same run, if it ended well.</summary>
    public MeasuredProcess Require() => ExitCode == 0 ? this : throw new InvalidOperationException($"Ended with {ExitCode}: {Errors}{Output}");

    // The peak of memory only grows, so that the last look before the end tells it.
    private static (long PeakBytes, int MostThreads) Watch(Process process)
    {
        var peak = 0L;
        var threads = 0;
        while (!process.WaitForExit(BetweenLooks))
        {
            try
            {
                foreach (var line in File.ReadLines($"/proc/{process.Id}/status"))
                {
                    if (line.StartsWith("VmHWM:", StringComparison.Ordinal)) peak = Math.Max(peak, Number(line) * 1024);
                    else if (line.StartsWith("Threads:", StringComparison.Ordinal)) threads = Math.Max(threads, (int)Number(line));
                }
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return (peak, threads);
    }

    private static long Number(string line) => long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
