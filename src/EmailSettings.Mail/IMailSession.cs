using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Mail;

/// <summary>
/// One connection to a mail server, walked one step at a time. No step throws for a failing server: it returns a failure. A step
/// throws <see cref="OperationCanceledException"/> for the caller's token alone, <see cref="InvalidOperationException"/> where it
/// is called out of order, and <see cref="ObjectDisposedException"/> after the end. After a failure of transport (disconnected,
/// timed out, malformed, too long, TLS), and after a refusal that ends the session (<see cref="ServerReply.EndsSession"/>), the
/// connection is closed and every later step returns that same failure. A session is used by one caller at a time.
/// </summary>
/// <remarks>
/// Order: <see cref="ResolveAsync"/>, <see cref="ConnectAsync"/>, [<see cref="SecureAsync"/> for implicit TLS],
/// <see cref="ReadGreetingAsync"/>, capabilities, [<see cref="StartTlsAsync"/>, <see cref="SecureAsync"/>, capabilities again],
/// <see cref="AuthenticateAsync"/>, …, <see cref="QuitAsync"/>.
/// </remarks>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Where the session goes.</summary>
    MailEndpoint Endpoint { get; }

    /// <summary>TLS is up and the certificate was accepted.</summary>
    bool IsEncrypted { get; }

    /// <summary>
    /// What ended the connection before its time, a cancelled step included; it names the command that got no answer. Null while
    /// there is none.
    /// </summary>
    MailFailure? EndedBy { get; }

    /// <summary>What was said so far, secrets taken out.</summary>
    MailTranscript Transcript { get; }

    /// <summary>
    /// Looks the host's addresses up. An IP literal is its own answer; an IDN is converted to its A-labels first.
    /// </summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<DnsFacts>> ResolveAsync(CancellationToken cancellationToken);

    /// <summary>Connects to the first address that answers; starts the next one where one is slow (RFC 8305).</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ConnectFacts>> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The TLS handshake: TLS 1.2 or later, certificate verified. Facts come with a
    /// <see cref="MailFailureKind.CertificateRefused"/> too. No client certificate is sent.
    /// </summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<TlsFacts>> SecureAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the greeting. A refusal (554, 421, BYE) is <see cref="MailFailureKind.Refused"/>, another protocol
    /// <see cref="MailFailureKind.NotThisProtocol"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<GreetingFacts>> ReadGreetingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks for STARTTLS. Not offered is <see cref="MailFailureKind.NotOffered"/> and nothing is sent; bytes before our
    /// ClientHello are <see cref="MailFailureKind.Injection"/>. After success <see cref="SecureAsync"/> is the only step allowed.
    /// </summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<StartTlsFacts>> StartTlsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// One SASL exchange (SMTP AUTH, RFC 4954; IMAP AUTHENTICATE, RFC 3501 §6.2.2). Facts come with a
    /// <see cref="MailFailureKind.Refused"/> too.
    /// </summary>
    /// <param name="request">Mechanism and credential. The credential stays the caller's to dispose.</param>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<AuthenticateFacts>> AuthenticateAsync(AuthenticateRequest request, CancellationToken cancellationToken);

    /// <summary>Says goodbye (QUIT, LOGOUT) and closes the connection.</summary>
    /// <param name="cancellationToken">Ends the step at once.</param>
    Task<MailResult<ServerReply>> QuitAsync(CancellationToken cancellationToken);
}
