using System.Globalization;

namespace EmailSettings.Core.Presentation;

/// <summary>Durations as text for people.</summary>
public static class Durations
{
    /// <summary>Milliseconds, or whole seconds from ten on.</summary>
    public static string Of(long milliseconds) =>
        milliseconds < 10_000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms") : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000} s");
}
