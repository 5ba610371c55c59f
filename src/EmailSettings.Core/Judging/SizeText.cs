using System.Globalization;

namespace EmailSettings.Core.Judging;

/// <summary>Formats sizes for findings.</summary>
internal static class SizeText
{
    public static string Of(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}
