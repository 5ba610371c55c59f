namespace EmailSettings.Core.Findings;

/// <summary>How early the end of a certificate or of a client secret is a warning.</summary>
public static class ExpiryWarning
{
    /// <summary>Days before the end, unless a call gives another number.</summary>
    public const int DaysBefore = 30;

    /// <summary>The largest number of days that a call can give: a hundred years.</summary>
    public const int MostDaysBefore = 36_500;
}
