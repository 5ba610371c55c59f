using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A calendar date in ISO 8601 format.</summary>
public sealed class DateType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "a date such as 2027-03-31";

    /// <inheritdoc/>
    public override object? Plain(object? value) => value is DateOnly date ? Iso8601.Day(date) : null;

    // Each value has only one plain form, so compare the values directly.
    /// <inheritdoc/>
    public override bool IsSame(object? left, object? right) => Equals(left, right);

    internal override object? Read(FieldInput input) => input.Value switch
    {
        DateOnly date => date,
        DateTime time => DateOnly.FromDateTime(time),
        DateTimeOffset time => DateOnly.FromDateTime(time.DateTime),
        string text when Iso8601.TryParseDay(text.Trim(), out var date) => date,
        _ => input.Refuse(SettingsErrors.ValueTypeWrong, Allowed),
    };
}
