namespace EmailSettings.Mail.Probes;

/// <summary>
/// The further looks a test takes when a step failed, each on a connection of its own and within
/// <see cref="Connection.MailTimeouts.Probe"/>. None sends a secret.
/// </summary>
public interface IServerProbe
{
    /// <summary>
    /// Which versions of TLS and which cipher suites the server takes, by two connections with a ClientHello each: TLS 1.3 alone,
    /// and TLS 1.2 or earlier with suites of every age. Where the endpoint's mode is STARTTLS, the handshake starts after it.
    /// Nothing is negotiated: only the first answer is read.
    /// </summary>
    /// <param name="options">The endpoint.</param>
    /// <param name="protocol">The protocol spoken before STARTTLS.</param>
    /// <param name="cancellationToken">Ends the look at once.</param>
    Task<MailResult<TlsVersionFacts>> FindTlsVersionsAsync(MailSessionOptions options, MailProtocol protocol, CancellationToken cancellationToken);

    /// <summary>
    /// Whether TLS is spoken from the first byte: <see cref="PeerProtocol.Tls"/>, else what was answered to a ClientHello. For
    /// silence on a plaintext connection.
    /// </summary>
    /// <param name="options">The endpoint; its mode is not looked at.</param>
    /// <param name="cancellationToken">Ends the look at once.</param>
    Task<MailResult<PeerFacts>> TryTlsAsync(MailSessionOptions options, CancellationToken cancellationToken);

    /// <summary>
    /// What speaks when it is spoken to: sends a line of HTTP, over TLS where the endpoint's mode is implicit. For silence where
    /// a greeting belongs.
    /// </summary>
    /// <param name="options">The endpoint.</param>
    /// <param name="cancellationToken">Ends the look at once.</param>
    Task<MailResult<PeerFacts>> FindSpeakerAsync(MailSessionOptions options, CancellationToken cancellationToken);
}
