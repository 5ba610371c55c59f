namespace EmailSettings.Mail.Connection;

/// <summary>The time limits of a session. That of the whole test is the caller's cancellation token.</summary>
public sealed record MailTimeouts
{
    /// <summary>For looking the name up, and again for connecting to any of its addresses. 10 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a command and its whole reply, and for a TLS handshake; never per read. 30 s.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For each further look of <see cref="Probes.IServerProbe"/>. 5 s.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For fetching revocation lists and OCSP answers, all together. 5 s; afterwards the state is <see cref="Tls.RevocationState.Unknown"/>.</summary>
    public TimeSpan Revocation { get; init; } = TimeSpan.FromSeconds(5);
}
