using System.Globalization;

namespace EmailSettings.Core.Findings;

/// <summary>A number of things in text for people: 1 field, 2 fields.</summary>
public static class Quantity
{
    /// <summary>The number and the noun, in the plural (an s) where it is not one.</summary>
    public static string Of(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
