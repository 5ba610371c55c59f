using System.Globalization;
using System.Numerics;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A whole number in a range; the typed value is a <see cref="long"/>.</summary>
/// <param name="outOfRange">The error for numbers outside the range.</param>
/// <param name="minimum">The minimum.</param>
/// <param name="maximum">The maximum.</param>
/// <param name="unit">The unit as written after the number, or empty.</param>
public sealed class WholeNumberType(FindingCode outOfRange, long minimum, long maximum, string unit = "") : FieldType
{
    /// <summary>The minimum.</summary>
    public long Minimum => minimum;

    /// <summary>The maximum.</summary>
    public long Maximum => maximum;

    /// <inheritdoc/>
    public override string Allowed { get; } = string.Create(CultureInfo.InvariantCulture,
        $"a whole number from {minimum} {(maximum == int.MaxValue ? "up" : $"to {maximum}")}{Unit(unit)}");

    internal override object? Read(FieldInput input)
    {
        BigInteger number;
        switch (input.Value)
        {
            case ulong large:
                number = large;
                break;
            case int or long or short or byte or uint or ushort or sbyte:
                number = Convert.ToInt64(input.Value, CultureInfo.InvariantCulture);
                break;
            case double or float or decimal when Convert.ToDouble(input.Value, CultureInfo.InvariantCulture) is var real && Math.Floor(real) == real && double.IsFinite(real):
                number = new BigInteger(real);
                break;
            // .NET ignores trailing NULs.
            case string { Length: <= 40 } text when input.FromText && !text.Contains('\0', StringComparison.Ordinal)
                && BigInteger.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed):
                number = parsed;
                break;
            default:
                return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        }
        return number >= minimum && number <= maximum ? (long)number : input.Refuse(outOfRange, Allowed);
    }

    private static string Unit(string unit) => unit.Length == 0 ? "" : $" ({unit})";
}
