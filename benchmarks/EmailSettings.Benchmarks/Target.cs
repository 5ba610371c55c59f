using System.Globalization;

namespace EmailSettings.Benchmarks;

/// <summary>The target of a figure relative to its yardstick; none if it is only reported.</summary>
/// <param name="LeastSpeed">The minimum speed, as a multiple of the yardstick's.</param>
/// <param name="Text">The target as text.</param>
internal sealed record Target(double? LeastSpeed, string Text)
{
    public static Target None { get; } = new(null, "reported");

    /// <summary>At least this many times as fast as the yardstick.</summary>
    public static Target SpeedAtLeast(double factor) => new(factor, string.Create(CultureInfo.InvariantCulture, $"speed ≥ {factor:0.##} ×"));

    /// <summary>At most this many times the yardstick's time.</summary>
    public static Target TimeAtMost(double factor) => new(1 / factor, string.Create(CultureInfo.InvariantCulture, $"time ≤ {factor:0.##} ×"));
}
