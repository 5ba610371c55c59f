using System.Globalization;
using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Refuses what PowerShell would turn into another whole number: it rounds 1.5 to 2, takes a Boolean or a character for its number,
/// and an empty text for zero.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Gives a whole number as it is, and for anything else a text that PowerShell cannot convert. An exception from here would
    /// end the binding of a piped object, which <see cref="PipedParameters"/> is to read; a failed conversion does not.
    /// </summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        IsWhole(inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
            ? inputData
            : string.Create(CultureInfo.InvariantCulture, $"{inputData} (not a whole number)");

    private static bool IsWhole(object? value) => value switch
    {
        bool or char => false,
        string text when string.IsNullOrWhiteSpace(text) => false,
        string or double or float or decimal => !LanguagePrimitives.TryConvertTo<decimal>(value, CultureInfo.InvariantCulture, out var number) || decimal.Truncate(number) == number,
        _ => true,
    };
}
