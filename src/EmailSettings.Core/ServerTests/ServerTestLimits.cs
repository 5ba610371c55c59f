namespace EmailSettings.Core.ServerTests;

/// <summary>
/// What a call that tests servers may ask for, and what it gets where it asks for nothing; the same in every front.
/// </summary>
public static class ServerTestLimits
{
    /// <summary>Tests that run at the same time, unless a call gives another number.</summary>
    public const int DefaultThrottle = 20;

    /// <summary>The largest number of tests at the same time.</summary>
    public const int MostThrottle = 1000;

    /// <summary>The longest time limit or pause: a day.</summary>
    public const int MostSeconds = 24 * 60 * 60;

    /// <summary>The largest number of repetitions of a test.</summary>
    public const int MostRetries = 100;

    /// <summary>Time limit of a whole test, in seconds.</summary>
    public const int DefaultTotalSeconds = 120;

    /// <summary>The same where a person signs in with a code: those live 15 minutes as a rule (RFC 8628 section 3.2).</summary>
    public const int DefaultDeviceCodeSeconds = DefaultTotalSeconds + (15 * 60);

    /// <summary>
    /// Time limit to look a name up, and again to connect, in seconds; half of the whole test where that is less.
    /// </summary>
    public const int DefaultConnectSeconds = 10;

    /// <summary>Time limit of a command and its whole reply, in seconds; half of the whole test where that is less.</summary>
    public const int DefaultReplySeconds = 30;

    /// <summary>Time limit of each further look at a server, in seconds, or less where less time was given.</summary>
    public const int ProbeSeconds = 5;

    /// <summary>Pause before a test is repeated, in seconds.</summary>
    public const int DefaultRetryPauseSeconds = 60;

    /// <summary>How long a message that was sent is looked for, in seconds.</summary>
    public const int DefaultFindSeconds = 60;
}
