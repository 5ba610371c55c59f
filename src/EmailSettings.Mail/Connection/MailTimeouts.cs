namespace EmailSettings.Mail.Connection;

/// <summary>The time limits of a session. For a limit on the whole test, callers use a cancellation token.</summary>
public sealed record MailTimeouts
{
    /// <summary>The limit for resolving the name, and again for connecting to any of its addresses. 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The limit for a command with its whole reply, and for a TLS handshake; never per read. 30 s.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A shorter limit for the handshake and the greeting if the host has further addresses to try; null for <see cref="Reply"/>.
    /// </summary>
    public TimeSpan? FirstAnswer { get; init; }

    /// <summary>The limit for each probe of <see cref="Probes.IServerProbe"/>. 5 s.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The limit for QUIT and LOGOUT, whose result no longer matters: the smaller of <see cref="Reply"/> and <see cref="Probe"/>.
    /// </summary>
    public TimeSpan Goodbye => Reply < Probe ? Reply : Probe;

    /// <summary>
    /// The limit for fetching CRLs and OCSP responses altogether. 5 s; afterwards the state is
    /// <see cref="Tls.RevocationState.Unknown"/>.
    /// </summary>
    public TimeSpan Revocation { get; init; } = TimeSpan.FromSeconds(5);
}
