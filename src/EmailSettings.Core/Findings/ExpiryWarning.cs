namespace EmailSettings.Core.Findings;

/// <summary>How early to warn about an expiring certificate or client secret.</summary>
public static class ExpiryWarning
{
    /// <summary>The default number of days before expiry.</summary>
    public const int DaysBefore = 30;

    /// <summary>The maximum number of days, a hundred years.</summary>
    public const int MaxDaysBefore = 36_500;
}
