using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Mail;

/// <summary>
/// One connection to a mail server, used one step at a time. A failing server makes no step throw: the step returns a failure. A
/// step throws <see cref="OperationCanceledException"/> only for the caller's token, <see cref="InvalidOperationException"/> if
/// called out of order, and <see cref="ObjectDisposedException"/> after disposal. After a transport failure (disconnected, timed
/// out, malformed, too long, TLS), or a refusal that ends the session (<see cref="ServerReply.EndsSession"/>), the connection is
/// closed and every later step returns the same failure. Not for concurrent use.
/// </summary>
/// <remarks>
/// Order: <see cref="ResolveAsync"/>, <see cref="ConnectAsync"/>, [<see cref="SecureAsync"/> for implicit TLS],
/// <see cref="ReadGreetingAsync"/>, capabilities, [<see cref="StartTlsAsync"/>, <see cref="SecureAsync"/>, capabilities again],
/// <see cref="AuthenticateAsync"/>, …, <see cref="QuitAsync"/>.
/// </remarks>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>The server's endpoint.</summary>
    MailEndpoint Endpoint { get; }

    /// <summary>Whether TLS is established with an accepted certificate.</summary>
    bool IsEncrypted { get; }

    /// <summary>
    /// The failure or cancellation that ended the connection early, with the command that got no answer; null if none did.
    /// </summary>
    MailFailure? EndedBy { get; }

    /// <summary>The transcript so far, redacted.</summary>
    MailTranscript Transcript { get; }

    /// <summary>Resolves the host. An IP literal is returned as is; an IDN is first converted to A-labels.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<DnsFacts>> ResolveAsync(CancellationToken cancellationToken);

    /// <summary>Connects to the first address that answers; if one is slow, also tries the next (RFC 8305).</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<ConnectFacts>> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Performs the TLS handshake: TLS 1.2 or later, certificate verified. Facts are returned with
    /// <see cref="MailFailureKind.CertificateRefused"/> too. No client certificate is sent.
    /// </summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<TlsFacts>> SecureAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the greeting. A refusal (554, 421, BYE) is <see cref="MailFailureKind.Refused"/>, another protocol
    /// <see cref="MailFailureKind.NotThisProtocol"/>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<GreetingFacts>> ReadGreetingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sends STARTTLS. If it is not offered, nothing is sent and the step fails as <see cref="MailFailureKind.NotOffered"/>;
    /// bytes received before the ClientHello are <see cref="MailFailureKind.Injection"/>. After success <see cref="SecureAsync"/>
    /// is the only step allowed.
    /// </summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<StartTlsFacts>> StartTlsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Performs one SASL exchange (SMTP AUTH, RFC 4954; IMAP AUTHENTICATE, RFC 3501 §6.2.2). Facts are returned with
    /// <see cref="MailFailureKind.Refused"/> too.
    /// </summary>
    /// <param name="request">The mechanism and credential. The caller keeps ownership of the credential.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<AuthenticateFacts>> AuthenticateAsync(AuthenticateRequest request, CancellationToken cancellationToken);

    /// <summary>Sends QUIT or LOGOUT and closes the connection.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    Task<MailResult<ServerReply>> QuitAsync(CancellationToken cancellationToken);
}
