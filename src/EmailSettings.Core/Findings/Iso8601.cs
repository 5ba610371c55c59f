using System.Globalization;

namespace EmailSettings.Core.Findings;

/// <summary>Formats and parses dates and times (ISO 8601), independently of culture; times are UTC.</summary>
public static class Iso8601
{
    private const string Date = "yyyy-MM-dd";
    private const string DateHourMinute = Date + "'T'HH:mm";
    private const string DateHourMinuteSecond = DateHourMinute + ":ss";
    private const string SpacedDateHourMinute = Date + "' 'HH:mm";
    private const string SpacedDateHourMinuteSecond = SpacedDateHourMinute + ":ss";

    private static readonly string[] TypedForms =
    [
        Date, DateHourMinute, SpacedDateHourMinute, DateHourMinuteSecond, SpacedDateHourMinuteSecond,
        DateHourMinute + "K", DateHourMinuteSecond + "K", SpacedDateHourMinuteSecond + "K", DateHourMinuteSecond + ".FFFFFFFK",
    ];

    /// <summary>Formats a date: <c>2027-03-31</c>.</summary>
    public static string Day(DateOnly date) => date.ToString(Date, CultureInfo.InvariantCulture);

    /// <summary>Formats the UTC date of a time.</summary>
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString(Date, CultureInfo.InvariantCulture);

    /// <summary>Formats a time for programs, to the second: <c>2027-03-31T06:30:00Z</c>.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(DateHourMinuteSecond + "'Z'", CultureInfo.InvariantCulture);

    /// <summary>Formats a time for people, to the second: <c>2027-03-31 06:30:00Z</c>.</summary>
    public static string Readable(DateTimeOffset moment) => moment.UtcDateTime.ToString(SpacedDateHourMinuteSecond + "'Z'", CultureInfo.InvariantCulture);

    /// <summary>Parses what <see cref="Day(DateOnly)"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a date in this format.</exception>
    public static DateOnly ParseDay(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, Date, CultureInfo.InvariantCulture);

    /// <summary>Like <see cref="ParseDay"/>; returns false if the text is not a date in this format.</summary>
    public static bool TryParseDay(string text, out DateOnly date) => DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>
    /// Parses a date or a date and time as people type it, in the local time zone by default. Returns false for anything else.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, TypedForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out moment);

    /// <summary>
    /// Like <see cref="TryParse(string, out DateTimeOffset)"/>; without a time zone the result has unspecified kind.
    /// </summary>
    public static bool TryParse(string text, out DateTime time) =>
        DateTime.TryParseExact(text, TypedForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time);
}
