using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>One complete run of a program.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Errors">The standard error.</param>
/// <param name="Time">The duration.</param>
/// <param name="PeakBytes">The peak memory (VmHWM); 0 if not watched.</param>
/// <param name="MaxThreads">The maximum number of threads; 0 if not watched.</param>
internal sealed record MeasuredProcess(int ExitCode, string Output, string Errors, TimeSpan Time, long PeakBytes, int MaxThreads)
{
    // Often enough for a program that ends after ten milliseconds.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs a program to completion.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="store">The settings store, for the command line.</param>
    /// <param name="input">One line for its standard input; null for none.</param>
    /// <param name="watch">Whether to watch memory and threads (Linux).</param>
    /// <param name="variables">Additional environment variables.</param>
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

    /// <summary>Returns the run if it succeeded.</summary>
    public MeasuredProcess Require() => ExitCode == 0 ? this : throw new InvalidOperationException($"Ended with {ExitCode}: {Errors}{Output}");

    // Peak memory only grows, so the last sample before the end is sufficient.
    private static (long PeakBytes, int MaxThreads) Watch(Process process)
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
                // It has just exited.
            }
        }

        return (peak, threads);
    }

    private static long Number(string line) => long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
