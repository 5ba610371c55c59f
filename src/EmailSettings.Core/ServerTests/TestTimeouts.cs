namespace EmailSettings.Core.ServerTests;

/// <summary>The time limits of a test.</summary>
public sealed record TestTimeouts
{
    private static readonly TimeSpan DefaultConnect = TimeSpan.FromSeconds(ServerTestLimits.DefaultConnectSeconds);
    private static readonly TimeSpan DefaultReply = TimeSpan.FromSeconds(ServerTestLimits.DefaultReplySeconds);
    private static readonly TimeSpan DefaultProbe = TimeSpan.FromSeconds(ServerTestLimits.ProbeSeconds);

    // Longer than servers delay the greeting to detect clients that do not wait (sendmail 5 s, Postfix 6 s).
    private static readonly TimeSpan DefaultQuiet = TimeSpan.FromSeconds(7);

    /// <summary>
    /// The limit for the DNS lookup, and again to connect. Null for 10 s, or half of <see cref="Total"/> if that is less.
    /// </summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>
    /// The limit for a command and its whole reply. Null for 30 s, or half of <see cref="Total"/> if that is less, so that there
    /// is time to investigate failures.
    /// </summary>
    public TimeSpan? Reply { get; init; }

    /// <summary>The limit of the whole test; 120 s by default.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(ServerTestLimits.DefaultTotalSeconds);

    /// <summary>The effective limit to connect.</summary>
    public TimeSpan EffectiveConnect => Connect ?? Least(DefaultConnect, Total / 2);

    /// <summary>The effective limit of a reply.</summary>
    public TimeSpan EffectiveReply => Reply ?? Least(DefaultReply, Total / 2);

    /// <summary>The limit of each further connection: 5 s, or less for shorter tests.</summary>
    internal TimeSpan Probe => Least(DefaultProbe, Least(EffectiveReply, Total / 6));

    /// <summary>The limit for handshake and greeting of an address if there are further addresses to try.</summary>
    internal TimeSpan Quiet => Least(DefaultQuiet, EffectiveReply);

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
