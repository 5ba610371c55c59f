using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Transcripts;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// One handshake as a client: TLS 1.2 or 1.3, with the certificate verified by <see cref="CertificateVerifier"/> before anything
/// is sent over the connection.
/// </summary>
internal sealed class TlsHandshake : IDisposable
{
    private readonly HandshakeTap _tap;
    private readonly string _host;
    private readonly TlsOptions _options;
    private readonly MailTranscript _transcript;
    private readonly Redactor _redactor;
    private ServerCertificate? _server;

    public TlsHandshake(Stream transport, string host, TlsOptions options, MailTranscript transcript, Redactor redactor)
    {
        _tap = new HandshakeTap(transport);
        _host = host;
        _options = options;
        _transcript = transcript;
        _redactor = redactor;
        Stream = new SslStream(_tap, leaveInnerStreamOpen: true);
        Facts = new TlsFacts { ExpectedName = host };
    }

    /// <summary>The server's address; null if unknown.</summary>
    public IPAddress? MailServer { get; init; }

    /// <summary>The encrypted stream, to be used only after success; then owned by the caller.</summary>
    public SslStream Stream { get; }

    /// <summary>The result so far, also after a failure.</summary>
    public TlsFacts Facts { get; private set; }

    /// <summary>The peer's answer so far.</summary>
    public TlsPeerAnswer Answer => _tap.Answer is var answer && answer.Text is { } text ? answer with { Text = _redactor.Clean(text) } : answer;

    /// <summary>Runs the handshake.</summary>
    /// <exception cref="WireException">The handshake failed; <see cref="Facts"/> may say more.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SystemRoots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Stream.AuthenticateAsClientAsync(Settings(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AuthenticationException or IOException or SocketException or Win32Exception or CryptographicException or InvalidOperationException)
        {
            throw new WireException(Explain(e));
        }

        if (_server is null || Facts.Problems.Count > 0)
        {
            await EndAsync().ConfigureAwait(false);
            throw new WireException(new MailFailure { Kind = MailFailureKind.CertificateRefused });
        }

        Facts = Facts with { Protocol = Stream.SslProtocol, CipherSuite = Stream.NegotiatedCipherSuite };
        _tap.Stop();
    }

    /// <summary>Checks the revocation state over the network after a successful handshake.</summary>
    /// <exception cref="WireException">The certificate is revoked.</exception>
    public async Task CheckRevocationAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!_options.CheckRevocation || _server is not { } server)
            return;
        if (Facts.RevocationSources.Count == 0)
        {
            Facts = Facts with { Revocation = RevocationState.NoneNamed };
            return;
        }

        var answer = await RevocationLookup.CheckAsync(server, MailServer, Facts, _options, limit, cancellationToken).ConfigureAwait(false);
        Facts = Facts with { Revocation = answer.State };
        Tell(answer.Describe(Facts.RevocationSources, limit));
        if (answer.State != RevocationState.Revoked)
            return;
        Facts = Facts with { Problems = (CertificateProblem[])[CertificateProblem.Revoked] };
        throw new WireException(new MailFailure { Kind = MailFailureKind.CertificateRefused });
    }

    /// <summary>
    /// If the certificate was rejected for lack of a trusted root, fetches the missing issuer to tell an incomplete chain from an
    /// unknown root.
    /// </summary>
    public async Task CompleteChainAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var asks = Facts.Problems.Any(problem => problem is CertificateProblem.IncompleteChain or CertificateProblem.UnknownRoot);
        if (!asks || !_options.CheckRevocation || _server is not { Intermediates.Count: 0 } server || !CertificateReader.IssuerAddresses(server.Leaf).Any())
            return;
        _server = null;
        var trusted = await IssuerLookup.IsTrustedAsync(server, MailServer, _options, limit, Tell, cancellationToken).ConfigureAwait(false);
        if (trusted is not { } known)
            return;
        var right = known ? CertificateProblem.IncompleteChain : CertificateProblem.UnknownRoot;
        Facts = Facts with
        {
            Problems = (CertificateProblem[])[.. Facts.Problems.Select(problem => problem is CertificateProblem.IncompleteChain or CertificateProblem.UnknownRoot ? right : problem)],
        };
    }

    public void Dispose() => _server?.Dispose();

    private void Tell(string text) => _transcript.Add(TranscriptDirection.Event, text);

    [SuppressMessage("Security", "CA5359", Justification = "RunAsync refuses what was not judged, and what was found wrong, before anything is sent.")]
    private SslClientAuthenticationOptions Settings() => new()
    {
        TargetHost = _host,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        RemoteCertificateValidationCallback = Judge,
        LocalCertificateSelectionCallback = OfferNone,
        CertificateChainPolicy = CertificateVerifier.HandshakePolicy(_options),
        AllowTlsResume = _options.AllowResumption,
    };

    // Lets the handshake complete whatever it finds: if the callback returns false, the stream cannot send close_notify, and on
    // Linux not even an alert.
    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is X509Certificate2 leaf && chain is not null)
        {
            _server = new ServerCertificate(leaf, chain.ChainPolicy.ExtraStore);
            Facts = CertificateVerifier.Verify(_server, chain, _host, _options) with { ClientCertificateAsked = Facts.ClientCertificateAsked };
        }
        else
        {
            Facts = Facts with { Problems = (CertificateProblem[])[CertificateProblem.Missing] };
        }

        return true;
    }

    private async Task EndAsync()
    {
        try
        {
            await Stream.ShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or Win32Exception)
        {
            // The server closed first.
        }
    }

    // Called once before the handshake, and again when the server requests a certificate; by then it has sent its own.
    private X509Certificate OfferNone(object sender, string targetHost, X509CertificateCollection localCertificates, X509Certificate? remoteCertificate, string[] acceptableIssuers)
    {
        if (remoteCertificate is not null)
            Facts = Facts with { ClientCertificateAsked = true };
        return null!;
    }

    private MailFailure Explain(Exception e)
    {
        var detail = HandshakeReasonReader.MessageOf(e);
        if (Facts.Problems.Count > 0)
            return new MailFailure { Kind = MailFailureKind.CertificateRefused, Detail = detail };
        var answer = Answer;
        var reason = HandshakeReasonReader.Of(e, answer);
        // Some servers request a certificate without requiring it: a known reason takes precedence.
        if (Facts.ClientCertificateAsked && reason is null)
            return new MailFailure { Kind = MailFailureKind.ClientCertificateRequired, Detail = detail, TlsAnswer = answer };
        var failure = new MailFailure { Kind = MailFailureKind.HandshakeFailed, Detail = detail, TlsAnswer = answer, TlsOffer = _tap.Offer, HandshakeReason = reason };
        return answer.Kind == TlsPeerAnswerKind.Plaintext ? failure with { Speaks = answer.Speaks, ServerText = answer.Text } : failure;
    }
}
