namespace EmailSettings.Mail.Smtp;

/// <summary>The reply codes that decide what comes next.</summary>
internal static class SmtpCodes
{
    /// <summary>The service is ready: the greeting, and the one yes to STARTTLS (RFC 3207 §4).</summary>
    public const int Ready = 220;

    /// <summary>A challenge of AUTH (RFC 4954 §4).</summary>
    public const int Continue = 334;

    /// <summary>DATA may begin.</summary>
    public const int StartMail = 354;

    /// <summary>The service is closing the connection.</summary>
    public const int Closing = 421;
}
