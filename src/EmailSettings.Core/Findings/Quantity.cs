using System.Globalization;

namespace EmailSettings.Core.Findings;

/// <summary>Formats a count with its noun: 1 field, 2 fields.</summary>
public static class Quantity
{
    /// <summary>Returns the number and the noun, with a plural s unless it is one.</summary>
    public static string Of(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
