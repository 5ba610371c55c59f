using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Benchmarks;

/// <summary>
/// Measures ours against a yardstick in the same process: alternating pairs of batches, so that disturbances affect both. Each
/// pair gives a ratio; the median counts.
/// </summary>
internal sealed class Yardstick
{
    private readonly List<Comparison> _results = [];
    private int _missedLimits;

    /// <summary>Whether every target was met.</summary>
    public bool IsMet => _missedLimits == 0 && _results.All(result => result.IsMet);

    /// <summary>Measures and prints one row.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="bare">One operation of the yardstick.</param>
    /// <param name="ours">One operation of ours.</param>
    /// <param name="target">The target.</param>
    /// <param name="operations">Operations per batch: as many as take some 50 ms or more.</param>
    /// <param name="pairs">Pairs of batches; odd, so that there is a median.</param>
    public void Compare(string name, Action bare, Action ours, Target target, int operations, int pairs = 21)
    {
        // Long enough for the JIT: 30 calls, then 100 ms without new methods, then the same again for the profiled code.
        Warm(bare);
        Warm(ours);

        var bareTimes = new List<TimeSpan>();
        var oursTimes = new List<TimeSpan>();
        for (var pair = 0; pair < pairs; pair++)
        {
            GC.Collect();
            bareTimes.Add(Time(bare, operations));
            oursTimes.Add(Time(ours, operations));
        }
        Report(name, bareTimes, oursTimes, target);
    }

    /// <summary>Prints one row of times that were measured elsewhere, in alternating pairs.</summary>
    public void Report(string name, IReadOnlyList<TimeSpan> bare, IReadOnlyList<TimeSpan> ours, Target target)
    {
        var result = new Comparison(name, Median(bare), Median(ours), [.. bare.Zip(ours, (bareTime, oursTime) => bareTime / oursTime).Order()], target);
        _results.Add(result);
        Console.WriteLine(result);
    }

    /// <summary>Prints one row of a figure with an upper limit.</summary>
    public void Limit(string name, double bare, double ours, double most)
    {
        if (ours > most) _missedLimits++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bare:0.##} | {ours:0.##} | | ≤ {most:0.##} | {(ours > most ? "MISSED" : "met")} |"));
    }

    /// <summary>Prints one row of a figure that must be close to another one.</summary>
    public void Within(string name, double bare, double ours, double share)
    {
        var isMet = Math.Abs(ours / bare - 1) <= share;
        if (!isMet) _missedLimits++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bare:0.#} | {ours:0.#} | {Math.Round(ours / bare - 1, 3) + 0.0:+0.0%;-0.0%} | within ±{share:0%} | {(isMet ? "met" : "MISSED")} |"));
    }

    private static TimeSpan Median(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static void Warm(Action action)
    {
        var clock = Stopwatch.StartNew();
        for (var calls = 0; calls < 40 || clock.ElapsedMilliseconds < 1500; calls++)
        {
            action();
            if (clock.ElapsedMilliseconds > 3000) break;
        }
    }

    private static TimeSpan Time(Action action, int operations)
    {
        var clock = Stopwatch.StartNew();
        for (var operation = 0; operation < operations; operation++) action();
        return clock.Elapsed / operations;
    }
}
