namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stage Tls.</summary>
public static class TlsFindings
{
    /// <summary>TLS spoken to a plaintext port. Value: host and port.</summary>
    public static readonly FindingCode TlsPlaintextPort = new("Tls.PlaintextPort", FindingKind.Server,
        "TLS was spoken from the first byte, and {value} speaks plaintext there.",
        "Use STARTTLS on this port (TlsMode StartTls, '--tls starttls'), or the port with implicit TLS (465 for SMTP, 993 for IMAP).");

    private const string ImplicitStep = "Use implicit TLS on this port (TlsMode Implicit, '--tls implicit'), or the port with STARTTLS (587 for SMTP, 143 for IMAP)";

    /// <summary>The next step for plaintext spoken to a TLS port of an outgoing server.</summary>
    internal const string OutgoingImplicitStep = ImplicitStep + "; to an outgoing server the platform speaks implicit TLS on port 465 only.";

    /// <summary>Plaintext spoken to a TLS port. Value: host and port.</summary>
    public static readonly FindingCode TlsImplicitPort = new("Tls.ImplicitPort", FindingKind.Server,
        "{value} stays silent in plaintext and speaks TLS from the first byte, as a second connection showed.",
        ImplicitStep + ".");

    /// <summary>The next step where plaintext came after STARTTLS.</summary>
    internal const string AfterStartTlsStep = "Check that nothing between this machine and the server rewrites the session (mail inspection of a firewall); if nothing does, check the server's TLS configuration: it accepts STARTTLS and then does not speak TLS. Nothing was sent in the clear.";

    /// <summary>The next step where the server's own TLS failed.</summary>
    internal const string InternalErrorStep = "Look into the server's log for this handshake: its TLS failed within, most often because it cannot load its certificate or key; nothing on this machine needs a change.";

    /// <summary>The next step where the server has no certificate for the name.</summary>
    internal const string NameNotServedStep = "Check the host: the server says that it has no certificate for this name; if the name is right, have it added to the server's TLS set-up.";

    /// <summary>The handshake failed. Value: host and port. Detail: what is known.</summary>
    public static readonly FindingCode TlsHandshake = new("Tls.Handshake", FindingKind.Server,
        "The TLS handshake with {value} failed: {detail}.",
        "Look into the server's log for this handshake: a certificate or key that it cannot load, a limit of connections for this address, and no cipher suite in common look the same from here.");

    /// <summary>No way in without a client certificate. Value: host and port.</summary>
    public static readonly FindingCode TlsClientCertificateRequired = new("Tls.ClientCertificateRequired", FindingKind.Server,
        "{value} asks for a client certificate, and ended the connection when it got none.",
        "Have the server take connections without a client certificate on this port, or use another port of it: the platform sends none, and logs in by password or token.");

    /// <summary>The next step for a weak Diffie-Hellman group.</summary>
    internal const string KeyExchangeStep = "Have the server use key exchange by elliptic curves (ECDHE), or a DH group of 2048 bits or more.";

    /// <summary>The next step for a weak certificate.</summary>
    internal const string StrongCertificateStep = "Have a certificate with an RSA key of 2048 bits or more (or ECDSA) and signatures with SHA-256 installed at the server, its issuers' included.";

    /// <summary>The next step for a weak signature of the handshake.</summary>
    internal const string SignatureStep = "Have the server sign handshakes with SHA-256 or better: an old TLS library, or its set-up, keeps it to SHA-1 or MD5.";

    /// <summary>The next step for a certificate whose key usage is too narrow.</summary>
    internal const string KeyUsageStep = "Have a certificate installed at the server whose key usage has digitalSignature (and keyEncipherment, where RSA key exchange is used).";

    /// <summary>The next step where the server finds this machine too weak.</summary>
    internal const string WeakClientStep = "Update this machine's system and its TLS library, and undo what restricts its cipher suites (OpenSSL's configuration, or Schannel's by group policy).";

    /// <summary>No cipher suite in common. Value: host and port. Detail: what the server takes.</summary>
    public static readonly FindingCode TlsNoCommonCipher = new("Tls.NoCommonCipher", FindingKind.Server,
        "{value} and this machine have no cipher suite in common: offered suites of every age by further connections, the server chose {detail}.",
        "Have suites with forward secrecy (ECDHE with AES-GCM or ChaCha20) switched on at the server; neither its certificate nor its version of TLS is at fault.");

    /// <summary>TLS 1.0 or 1.1 only. Value: host and port. Detail: the versions.</summary>
    public static readonly FindingCode TlsOldVersion = new("Tls.OldVersion", FindingKind.Server,
        "{value} supports only {detail}, as further connections showed; TLS 1.2 or later is needed (RFC 8996).",
        "Have TLS 1.2 or 1.3 switched on at the server.");

    /// <summary>Another name. Value: the name expected. Detail: the names in the certificate.</summary>
    public static readonly FindingCode TlsName = new("Tls.Name", FindingKind.Server,
        "The server's certificate is not for '{value}'; it is for {detail}.",
        "Use one of those names as the host if it is the same server, or have a certificate with this name installed there.");

    /// <summary>Its own issuer. Value: the subject.</summary>
    public static readonly FindingCode TlsSelfSigned = new("Tls.SelfSigned", FindingKind.Server,
        "The server's certificate '{value}' is self-signed (its own issuer), and not trusted here.",
        "Have a certificate of a known authority installed at the server; or, if it is meant to be so, add it to the trusted roots of this machine.");

    /// <summary>The root is not trusted. Value: the issuer.</summary>
    public static readonly FindingCode TlsUnknownRoot = new("Tls.UnknownRoot", FindingKind.Server,
        "The server's certificate was issued by '{value}', which this machine does not trust.",
        "Add that authority's root certificate to the trusted roots of this machine; for this test only, give it as a file (-CaCertificate, '--ca').");

    /// <summary>An intermediate is not sent. Value: the issuer.</summary>
    public static readonly FindingCode TlsIncompleteChain = new("Tls.IncompleteChain", FindingKind.Server,
        "The server does not send the certificate of its issuer '{value}', and this machine does not have it.",
        "Have the server send its full chain (the certificate file followed by the intermediates); where that issuer is a private root, add it to the trusted roots of this machine.");

    /// <summary>Expired. Value: the subject. Detail: the day. Limit: whose it is, the server's or an issuer's.</summary>
    public static readonly FindingCode TlsExpired = new("Tls.Expired", FindingKind.Server,
        "The {limit} certificate '{value}' expired on {detail}.",
        "Have the certificate renewed at the server; if the day is not past, check this machine's clock.");

    /// <summary>Not begun. Value: the subject. Detail: the day. Limit: whose it is, the server's or an issuer's.</summary>
    public static readonly FindingCode TlsNotYetValid = new("Tls.NotYetValid", FindingKind.Server,
        "The {limit} certificate '{value}' is valid only from {detail}.",
        "Check this machine's clock; if it is right, have the server's certificate corrected.");

    /// <summary>Revoked. Value: the subject.</summary>
    public static readonly FindingCode TlsRevoked = new("Tls.Revoked", FindingKind.Server,
        "The server's certificate '{value}', or one of its issuers, was revoked.",
        "Have a new certificate installed at the server, and do not log in there before.");

    /// <summary>Not meant for servers, or broken. Value: the subject. Detail: what.</summary>
    public static readonly FindingCode TlsUnusable = new("Tls.Unusable", FindingKind.Server,
        "The server's certificate '{value}' cannot serve: {detail}.",
        "Have a certificate for server authentication installed at the server.");

    /// <summary>The revocation state is not known. Value: the sources, or that none is named.</summary>
    public static readonly FindingCode TlsRevocationUnknown = new("Tls.RevocationUnknown", FindingKind.Warning,
        "Whether the server's certificate was revoked is not known: {value}.",
        "Nothing needs to be done where this machine has no connection to the internet; else let it reach those addresses.");

    /// <summary>Nobody can be asked, which is common for private authorities.</summary>
    internal static Finding RevocationNotNamed() => TlsRevocationUnknown.At(value: "the certificate names neither a list nor a responder") with
    {
        Severity = Severity.Info,
        StepTemplate = "Nothing needs to be done: the authority gives no such information.",
    };

    /// <summary>Ends soon. Value: the subject. Detail: the day. Limit: days.</summary>
    public static readonly FindingCode TlsCertificateExpiresSoon = new("Tls.CertificateExpiresSoon", FindingKind.Warning,
        "The server's certificate '{value}' ends in {limit} days, on {detail}.",
        "Remind the server's administrator to renew it before that day.");
}
