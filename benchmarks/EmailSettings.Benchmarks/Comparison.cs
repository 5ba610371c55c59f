using System.Globalization;

namespace EmailSettings.Benchmarks;

/// <summary>One row of the results.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Bare">The median time of one operation of the yardstick.</param>
/// <param name="Ours">The median time of one operation of ours.</param>
/// <param name="Speeds">Our speed as a multiple of the yardstick's, one number per pair, ascending.</param>
/// <param name="Target">The target.</param>
internal sealed record Comparison(string Name, TimeSpan Bare, TimeSpan Ours, IReadOnlyList<double> Speeds, Target Target)
{
    public const string Header = """
        | operation | yardstick | ours | speed, median (lowest–highest pair) | target | |
        |---|---|---|---|---|---|
        """;

    /// <summary>The median over the pairs.</summary>
    public double Speed => Speeds[Speeds.Count / 2];

    public bool IsMet => Target.LeastSpeed is not { } least || Speed >= least;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Name} | {Show(Bare)} | {Show(Ours)} | {Speed:0.00} ({Speeds[0]:0.00}–{Speeds[^1]:0.00}) | {Target.Text} | {(Target.LeastSpeed is null ? "" : IsMet ? "met" : "MISSED")} |");

    private static string Show(TimeSpan time) => time.TotalMilliseconds >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} µs ({1 / time.TotalSeconds:0} a second)");
}
