using System.Globalization;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A calendar date, written ISO 8601.</summary>
public sealed class DateType : FieldType
{
    private const string Iso8601 = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override string Allowed => "a date such as 2027-03-31";

    /// <inheritdoc/>
    public override object? Plain(object? value) => (value as DateOnly?)?.ToString(Iso8601, CultureInfo.InvariantCulture);

    // Each value has one plain form, which need not be made for this.
    /// <inheritdoc/>
    public override bool IsSame(object? left, object? right) => Equals(left, right);

    internal override object? Read(FieldReading reading) => reading.Value switch
    {
        DateOnly date => date,
        DateTime time => DateOnly.FromDateTime(time),
        DateTimeOffset time => DateOnly.FromDateTime(time.DateTime),
        string text when DateOnly.TryParseExact(text.Trim(), Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => reading.Refuse(SettingsErrors.ValueTypeWrong, Allowed),
    };
}
