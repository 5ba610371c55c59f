namespace EmailSettings.Core.ServerTests;

/// <summary>The time limits of one test, each for the whole of what it names.</summary>
public sealed record TestTimeouts
{
    private static readonly TimeSpan DefaultConnect = TimeSpan.FromSeconds(ServerTestLimits.DefaultConnectSeconds);
    private static readonly TimeSpan DefaultReply = TimeSpan.FromSeconds(ServerTestLimits.DefaultReplySeconds);
    private static readonly TimeSpan DefaultProbe = TimeSpan.FromSeconds(ServerTestLimits.ProbeSeconds);

    // Longer than servers pause before they greet, to find out senders that do not wait (sendmail 5 s, Postfix 6 s).
    private static readonly TimeSpan DefaultQuiet = TimeSpan.FromSeconds(7);

    /// <summary>
    /// To look the name up, and again to connect. Null: 10 s, or half of <see cref="Total"/> where that is less.
    /// </summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>
    /// For a command and its whole reply. Null: 30 s, or half of <see cref="Total"/> where that is less, so that further looks
    /// still fit.
    /// </summary>
    public TimeSpan? Reply { get; init; }

    /// <summary>For the test. 120 s.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(ServerTestLimits.DefaultTotalSeconds);

    /// <summary>The limit to connect that is in force.</summary>
    public TimeSpan EffectiveConnect => Connect ?? Least(DefaultConnect, Total / 2);

    /// <summary>The limit of a reply that is in force.</summary>
    public TimeSpan EffectiveReply => Reply ?? Least(DefaultReply, Total / 2);

    /// <summary>The limit of each further look: 5 s, or less where less time was given.</summary>
    internal TimeSpan Probe => Least(DefaultProbe, Least(EffectiveReply, Total / 6));

    /// <summary>For the handshake and the greeting of an address, where further addresses remain to be tried.</summary>
    internal TimeSpan Quiet => Least(DefaultQuiet, EffectiveReply);

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
