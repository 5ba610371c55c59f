namespace EmailSettings.Core.ServerTests;

/// <summary>The limits and defaults of server tests, for all front ends.</summary>
public static class ServerTestLimits
{
    /// <summary>The default number of concurrent tests.</summary>
    public const int DefaultThrottle = 20;

    /// <summary>The maximum number of concurrent tests.</summary>
    public const int MaxThrottle = 1000;

    /// <summary>The maximum time limit or pause, one day.</summary>
    public const int MaxSeconds = 24 * 60 * 60;

    /// <summary><see cref="MaxSeconds"/> as a time span.</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromSeconds(MaxSeconds);

    /// <summary>The maximum number of repetitions of a test.</summary>
    public const int MaxRetries = 100;

    /// <summary>The time limit of a whole test, in seconds.</summary>
    public const int DefaultTotalSeconds = 120;

    /// <summary>
    /// The same for a sign-in with a device code, which is usually valid for 15 minutes (RFC 8628 section 3.2).
    /// </summary>
    public const int DefaultDeviceCodeSeconds = DefaultTotalSeconds + (15 * 60);

    /// <summary>
    /// The time limit for the DNS lookup, and again to connect, in seconds; half of the whole test if that is less.
    /// </summary>
    public const int DefaultConnectSeconds = 10;

    /// <summary>The time limit of a command and its whole reply, in seconds; half of the whole test if that is less.</summary>
    public const int DefaultReplySeconds = 30;

    /// <summary>
    /// The time limit of each further connection that investigates a failure, in seconds; less for shorter tests.
    /// </summary>
    public const int ProbeSeconds = 5;

    /// <summary>The pause before a test is repeated, in seconds.</summary>
    public const int DefaultRetryPauseSeconds = 60;

    /// <summary>How long to search for a sent message, in seconds.</summary>
    public const int DefaultFindSeconds = 60;
}
