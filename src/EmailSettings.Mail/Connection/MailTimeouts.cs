namespace EmailSettings.Mail.Connection;

/// <summary>The time limits of a session. That of the whole test is the caller's cancellation token.</summary>
public sealed record MailTimeouts
{
    /// <summary>For looking the name up, and again for connecting to any of its addresses. 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a command and its whole reply, and for a TLS handshake; never per read. 30 s.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For the handshake and the greeting where the host has further addresses that may answer, so that a silent one costs
    /// little; null for <see cref="Reply"/>.
    /// </summary>
    public TimeSpan? FirstAnswer { get; init; }

    /// <summary>For each further look of <see cref="Probes.IServerProbe"/>. 5 s.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For QUIT and LOGOUT, on which nothing depends any more: the less of <see cref="Reply"/> and <see cref="Probe"/>.
    /// </summary>
    public TimeSpan Goodbye => Reply < Probe ? Reply : Probe;

    /// <summary>
    /// For fetching revocation lists and OCSP answers, all together. 5 s; afterwards the state is
    /// <see cref="Tls.RevocationState.Unknown"/>.
    /// </summary>
    public TimeSpan Revocation { get; init; } = TimeSpan.FromSeconds(5);
}
