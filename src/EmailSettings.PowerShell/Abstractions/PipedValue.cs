using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Findings;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Converts property values of piped objects: rows of a table, or objects from JSON, a job or a remote session.
/// </summary>
internal static class PipedValue
{
    /// <summary>Unwraps the value; a deserialized one becomes a date or its string.</summary>
    public static object? Plain(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } sent when sent.Properties["DayNumber"]?.Value is int day => DateOnly.FromDayNumber(day),
        PSObject sent when sent.TypeNames.Any(name => name.StartsWith("Deserialized.", StringComparison.Ordinal)) => sent.ToString(),
        PSObject { BaseObject: PSCustomObject } => value,
        PSObject wrapped => wrapped.BaseObject,
        _ => value,
    };

    /// <summary>Whether the object is a row of a table: it has only strings, and its empty strings are empty cells.</summary>
    public static bool IsRow(PSObject piped) =>
        piped.BaseObject is PSCustomObject && piped.Properties.All(property => property.Value is string or null);

    /// <summary>Converts a value to the type of a parameter without loss.</summary>
    /// <returns>False if it cannot be converted.</returns>
    public static bool TryConvert(object? value, Type type, out object? converted)
    {
        converted = value is null ? null : Convert(value, Nullable.GetUnderlyingType(type) ?? type);
        return value is null || converted is not null;
    }

    /// <summary>Describes the allowed values of a type for a message, after "it accepts".</summary>
    public static string Allowed(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) || number == typeof(long) => "a whole number",
        var flag when flag == typeof(bool) => "true or false",
        _ => "text",
    };

    /// <summary>Converts a Boolean, also one spelled out.</summary>
    public static bool? ToBoolean(object value) => value switch
    {
        bool flag => flag,
        string text => text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => null,
        },
        _ => Number(value) switch { 1 => true, 0 => false, _ => null },
    };

    /// <summary>
    /// Parses a date as PowerShell writes it: in JSON as an ISO 8601 date and time, in a table in the current culture.
    /// </summary>
    public static DateTime? ToDate(string text, bool isPiped)
    {
        if (Iso8601.TryParse(text.Trim(), out DateTime time)) return time;
        return isPiped && DateTime.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out var local) ? local : null;
    }

    private static object? Convert(object value, Type type)
    {
        if (type == typeof(object)) return value;
        if (type == typeof(bool)) return ToBoolean(value);
        if (type == typeof(string)) return Text(value);
        if (type == typeof(string[])) return Texts(value);
        if (type == typeof(SecureString)) return SecretInputAttribute.Read(value);
        if (type == typeof(PSCredential)) return value as PSCredential;
        if (type == typeof(long)) return Number(value) is { } number and >= long.MinValue and <= long.MaxValue ? (long)number : null;
        return type == typeof(int) && Number(value) is { } small and >= int.MinValue and <= int.MaxValue ? (int)small : null;
    }

    private static string[]? Texts(object value)
    {
        if (value is string || value is not IEnumerable items) return Text(value) is { } one ? [one] : null;
        var all = items.Cast<object?>().ToList();
        var texts = all.Select(item => Plain(item) is { } plain ? Text(plain) : null).OfType<string>().ToArray();
        return texts.Length == all.Count ? texts : null;
    }

    private static string? Text(object value) => value switch
    {
        string text => text,
        Uri address => address.OriginalString,
        Guid or Enum => value.ToString(),
        _ => Number(value)?.ToString(CultureInfo.InvariantCulture),
    };

    private static decimal? Number(object value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Whole(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        double or float when System.Convert.ToDouble(value, CultureInfo.InvariantCulture) is > -1e15 and < 1e15 and var real => Whole((decimal)real),
        string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static decimal? Whole(decimal number) => decimal.Truncate(number) == number ? decimal.Truncate(number) : null;
}
