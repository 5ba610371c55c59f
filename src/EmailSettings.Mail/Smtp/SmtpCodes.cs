namespace EmailSettings.Mail.Smtp;

/// <summary>The reply codes that determine the next step.</summary>
internal static class SmtpCodes
{
    /// <summary>Service ready: the greeting, and the only positive reply to STARTTLS (RFC 3207 §4).</summary>
    public const int Ready = 220;

    /// <summary>An AUTH challenge (RFC 4954 §4).</summary>
    public const int Continue = 334;

    /// <summary>Start mail input: DATA may begin.</summary>
    public const int StartMail = 354;

    /// <summary>The service is closing the connection.</summary>
    public const int Closing = 421;
}
