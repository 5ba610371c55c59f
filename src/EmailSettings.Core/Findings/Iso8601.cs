using System.Globalization;

namespace EmailSettings.Core.Findings;

/// <summary>Dates and moments as text (ISO 8601), the same in every culture; moments in UTC.</summary>
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

    /// <summary>A date: <c>2027-03-31</c>.</summary>
    public static string Day(DateOnly date) => date.ToString(Date, CultureInfo.InvariantCulture);

    /// <summary>The date of a moment.</summary>
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString(Date, CultureInfo.InvariantCulture);

    /// <summary>A moment for programs, to the second: <c>2027-03-31T06:30:00Z</c>.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(DateHourMinuteSecond + "'Z'", CultureInfo.InvariantCulture);

    /// <summary>A moment for people, to the second: <c>2027-03-31 06:30:00Z</c>.</summary>
    public static string Readable(DateTimeOffset moment) => moment.UtcDateTime.ToString(SpacedDateHourMinuteSecond + "'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Day(DateOnly)"/> writes.</summary>
    /// <exception cref="FormatException">It is no such date.</exception>
    public static DateOnly ParseDay(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, Date, CultureInfo.InvariantCulture);

    /// <summary>Like <see cref="ParseDay"/>; false for what is no such date.</summary>
    public static bool TryParseDay(string text, out DateOnly date) => DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>
    /// Reads a moment as people type it: a date, or a date and a time, in this computer's time zone where none is given. False
    /// for anything else.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, TypedForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out moment);

    /// <summary>
    /// Like <see cref="TryParse(string, out DateTimeOffset)"/>, for a time of unspecified kind where no time zone is given.
    /// </summary>
    public static bool TryParse(string text, out DateTime time) =>
        DateTime.TryParseExact(text, TypedForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time);
}
