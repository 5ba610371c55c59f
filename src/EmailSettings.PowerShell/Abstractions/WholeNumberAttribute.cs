using System.Globalization;
using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Rejects values that PowerShell would silently convert to a different whole number: it rounds 1.5 to 2, converts Booleans and
/// characters to numbers, and an empty string to zero.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Returns a whole number unchanged, and for anything else a string that PowerShell cannot convert. An exception here would
    /// abort the binding of a piped object, which <see cref="PipedParameters"/> must read; a failed conversion does not.
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
