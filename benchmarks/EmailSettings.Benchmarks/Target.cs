using System.Globalization;

namespace EmailSettings.Benchmarks;

/// <summary>What a figure promises, as a share of its yardstick; none where a figure is only reported.</summary>
/// <param name="LeastSpeed">The least speed, as a multiple of the yardstick's.</param>
/// <param name="Text">The promise as it is written.</param>
internal sealed record Target(double? LeastSpeed, string Text)
{
    public static Target None { get; } = new(null, "reported");

    /// <summary>At least so many times as fast as the yardstick.</summary>
    public static Target SpeedAtLeast(double factor) => new(factor, string.Create(CultureInfo.InvariantCulture, $"speed ≥ {factor:0.##} ×"));

    /// <summary>At most so many times the yardstick's time.</summary>
    public static Target TimeAtMost(double factor) => new(1 / factor, string.Create(CultureInfo.InvariantCulture, $"time ≤ {factor:0.##} ×"));
}
