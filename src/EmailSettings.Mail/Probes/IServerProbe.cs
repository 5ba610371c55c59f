namespace EmailSettings.Mail.Probes;

/// <summary>
/// Diagnostic probes run after a step has failed, each over its own connection and within
/// <see cref="Connection.MailTimeouts.Probe"/>. None sends a secret.
/// </summary>
public interface IServerProbe
{
    /// <summary>
    /// Finds the TLS versions and cipher suites that the server supports, over two connections with one ClientHello each: TLS 1.3
    /// only, then TLS 1.2 or earlier with suites of every age. With STARTTLS, the ClientHello follows it. Only the first answer
    /// is read; no handshake is completed.
    /// </summary>
    /// <param name="options">The endpoint.</param>
    /// <param name="protocol">The protocol spoken before STARTTLS.</param>
    /// <param name="cancellationToken">Cancels the probe.</param>
    Task<MailResult<TlsVersionFacts>> FindTlsVersionsAsync(MailSessionOptions options, MailProtocol protocol, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the server speaks TLS from the first byte (<see cref="PeerProtocol.Tls"/>), or what it answers to a ClientHello
    /// instead. For a plaintext connection that stays silent.
    /// </summary>
    /// <param name="options">The endpoint; its TLS mode is ignored.</param>
    /// <param name="cancellationToken">Cancels the probe.</param>
    Task<MailResult<PeerFacts>> TryTlsAsync(MailSessionOptions options, CancellationToken cancellationToken);

    /// <summary>
    /// Identifies a server that sends no greeting, by its answer to an HTTP request; sent over TLS when the endpoint's mode is
    /// implicit.
    /// </summary>
    /// <param name="options">The endpoint.</param>
    /// <param name="cancellationToken">Cancels the probe.</param>
    Task<MailResult<PeerFacts>> FindSpeakerAsync(MailSessionOptions options, CancellationToken cancellationToken);
}
