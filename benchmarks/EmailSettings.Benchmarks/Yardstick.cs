using System.Diagnostics;

namespace EmailSettings.Benchmarks;

/// <summary>
/// Measures ours against a yardstick in the same process: pairs of batches, yardstick and ours in turn, so that what
/// disturbs the machine disturbs both. Each pair gives a ratio; the median counts.
/// </summary>
internal sealed class Yardstick
{
    private readonly List<Comparison> _results = [];

    public IReadOnlyList<Comparison> Results => _results;

    /// <summary>Measures and prints one row.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="bare">One operation of the yardstick.</param>
    /// <param name="ours">One operation of ours.</param>
    /// <param name="target">What is promised.</param>
    /// <param name="operations">Operations a batch: as many as take some 50 ms or more.</param>
    /// <param name="pairs">Pairs of batches; odd, so that there is a median.</param>
    public void Compare(string name, Action bare, Action ours, Target target, int operations, int pairs = 21)
    {
        // Long enough for the second tier of the compiler (30 calls, then 100 ms).
        Warm(bare);
        Warm(ours);

        var bareTimes = new List<TimeSpan>();
        var oursTimes = new List<TimeSpan>();
        var speeds = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            GC.Collect();
            var bareTime = Time(bare, operations);
            var oursTime = Time(ours, operations);
            bareTimes.Add(bareTime);
            oursTimes.Add(oursTime);
            speeds.Add(bareTime / oursTime);
        }
        bareTimes.Sort();
        oursTimes.Sort();
        speeds.Sort();
        var result = new Comparison(name, bareTimes[pairs / 2], oursTimes[pairs / 2], speeds, target);
        _results.Add(result);
        Console.WriteLine(result);
    }

    private static void Warm(Action action)
    {
        var clock = Stopwatch.StartNew();
        for (var calls = 0; calls < 40 || clock.ElapsedMilliseconds < 300; calls++)
        {
            action();
            if (clock.ElapsedMilliseconds > 2000) break;
        }
    }

    private static TimeSpan Time(Action action, int operations)
    {
        var clock = Stopwatch.StartNew();
        for (var operation = 0; operation < operations; operation++) action();
        return clock.Elapsed / operations;
    }
}
