using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>Runs the probes over the library's own sessions.</summary>
internal sealed class ServerProbe : IServerProbe
{
    private const int AnswerBytes = 1024;

    // Only two connections, since servers count them: a server without TLS 1.2 chooses an earlier version (RFC 5246 §E.1).
    private static readonly TlsVersion[] NewestFirst = [TlsVersion.Tls13, TlsVersion.Tls12];

    public async Task<MailResult<TlsVersionFacts>> FindTlsVersionsAsync(MailSessionOptions options, MailProtocol protocol, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var answers = new List<TlsVersionAnswer>();
        var start = options.TimeProvider.GetTimestamp();
        foreach (var version in NewestFirst)
        {
            var asked = await AskAsync(options, protocol, version, cancellationToken).ConfigureAwait(false);
            if (asked.Facts is not { } answer)
                return new MailResult<TlsVersionFacts> { Failure = asked.Failure, Duration = options.TimeProvider.GetElapsedTime(start) };
            answers.Add(answer);
        }

        return new MailResult<TlsVersionFacts> { Facts = new TlsVersionFacts { Answers = answers }, Duration = options.TimeProvider.GetElapsedTime(start) };
    }

    public async Task<MailResult<PeerFacts>> TryTlsAsync(MailSessionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        // A server that supports only TLS 1.3 answers an offer of 1.2 with an alert, which shows that it speaks TLS.
        var plain = options with { Endpoint = options.Endpoint with { TlsMode = TlsMode.None } };
        var asked = await AskAsync(plain, MailProtocol.Smtp, TlsVersion.Tls12, cancellationToken).ConfigureAwait(false);
        if (asked.Facts is not { } answer)
            return new MailResult<PeerFacts> { Failure = asked.Failure, Duration = asked.Duration };
        var speaks = answer.Answer switch
        {
            null or { Kind: TlsPeerAnswerKind.Tls or TlsPeerAnswerKind.Alert } => PeerProtocol.Tls,
            { Speaks: { } other } => other,
            _ => PeerProtocol.Silent,
        };
        return new MailResult<PeerFacts> { Facts = new PeerFacts { Protocol = speaks, Text = answer.Answer?.Text }, Duration = asked.Duration };
    }

    public async Task<MailResult<PeerFacts>> FindSpeakerAsync(MailSessionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var session = new SmtpSession(Limited(options));
        var failure = await OpenAsync(session, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
            return new MailResult<PeerFacts> { Failure = failure };
        return await session.ProbeAsync(async (stream, token) =>
        {
            await stream.WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray(), token).ConfigureAwait(false);
            await stream.FlushAsync(token).ConfigureAwait(false);
            var answer = await ReadSomeAsync(stream, token).ConfigureAwait(false);
            var speaks = PeerClassifier.Classify(answer);
            return new PeerFacts { Protocol = speaks, Text = speaks is PeerProtocol.Silent or PeerProtocol.Tls ? null : session.Clean(Wire.WireText.Decode(answer).TrimEnd('\r', '\n')) };
        }, new PeerFacts { Protocol = PeerProtocol.Silent }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<MailResult<TlsVersionAnswer>> AskAsync(MailSessionOptions options, MailProtocol protocol, TlsVersion version, CancellationToken cancellationToken)
    {
        // Our own ClientHello replaces the handshake, so the connection starts in plaintext whatever the mode.
        var clear = Limited(options);
        if (clear.Endpoint.TlsMode == TlsMode.Implicit)
            clear = clear with { Endpoint = clear.Endpoint with { TlsMode = TlsMode.None } };
        await using MailSession session = protocol == MailProtocol.Smtp ? new SmtpSession(clear) : new ImapSession(clear);
        var failure = await OpenAsync(session, cancellationToken).ConfigureAwait(false);
        if (failure is null && clear.Endpoint.TlsMode == TlsMode.StartTls)
            failure = await StartTlsAsync(session, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
            return new MailResult<TlsVersionAnswer> { Failure = failure };
        var host = HostName.Normalize(clear.Endpoint.Host);
        var nothing = new TlsVersionAnswer(version, false, new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Nothing });
        return await session.ProbeAsync(async (stream, token) => Clean(session, await ClientHello.TryAsync(stream, version, host, token).ConfigureAwait(false)), nothing, cancellationToken).ConfigureAwait(false);
    }

    private static TlsVersionAnswer Clean(MailSession session, TlsVersionAnswer asked) =>
        asked.Answer is { Text: { } text } answer ? asked with { Answer = answer with { Text = session.Clean(text) } } : asked;

    private static MailSessionOptions Limited(MailSessionOptions options) =>
        options with { Timeouts = options.Timeouts with { Connect = options.Timeouts.Probe, Reply = options.Timeouts.Probe } };

    private static async Task<MailFailure?> OpenAsync(MailSession session, CancellationToken cancellationToken)
    {
        var connected = await session.ConnectAsync(cancellationToken).ConfigureAwait(false);
        if (!connected.Succeeded || session.Endpoint.TlsMode != TlsMode.Implicit)
            return connected.Failure;
        return (await session.SecureAsync(cancellationToken).ConfigureAwait(false)).Failure;
    }

    private static async Task<MailFailure?> StartTlsAsync(MailSession session, CancellationToken cancellationToken)
    {
        var greeted = await session.ReadGreetingAsync(cancellationToken).ConfigureAwait(false);
        if (!greeted.Succeeded)
            return greeted.Failure;
        var failure = session switch
        {
            SmtpSession smtp => (await smtp.EhloAsync("localhost", cancellationToken).ConfigureAwait(false)).Failure,
            ImapSession imap => (await imap.CapabilityAsync(cancellationToken).ConfigureAwait(false)).Failure,
            _ => null,
        };
        return failure ?? (await session.StartTlsAsync(cancellationToken).ConfigureAwait(false)).Failure;
    }

    private static async Task<byte[]> ReadSomeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[AnswerBytes];
        var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer[..read];
    }
}
