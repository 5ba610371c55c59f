namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Tls stage.</summary>
public static class TlsFindings
{
    /// <summary>Implicit TLS on a plaintext port. Value: host and port.</summary>
    public static readonly FindingCode TlsPlaintextPort = new("Tls.PlaintextPort", FindingKind.Server,
        "The connection used implicit TLS, but {value} speaks plaintext.",
        "Use STARTTLS on this port (TlsMode StartTls, '--tls starttls'), or the port with implicit TLS (465 for SMTP, 993 for IMAP).");

    private const string ImplicitStep = "Use implicit TLS on this port (TlsMode Implicit, '--tls implicit'), or the port with STARTTLS (587 for SMTP, 143 for IMAP)";

    /// <summary>The next step for an outgoing server with implicit TLS.</summary>
    internal const string OutgoingImplicitStep = ImplicitStep + "; the platform uses implicit TLS for an outgoing server only on port 465.";

    /// <summary>Plaintext on an implicit TLS port. Value: host and port.</summary>
    public static readonly FindingCode TlsImplicitPort = new("Tls.ImplicitPort", FindingKind.Server,
        "{value} does not answer in plaintext but uses implicit TLS, as a second connection showed.",
        ImplicitStep + ".");

    /// <summary>The next step if plaintext was received after STARTTLS.</summary>
    internal const string AfterStartTlsStep = "Check that nothing between this machine and the server rewrites the session (such as a firewall's mail inspection); if nothing does, check the server's TLS configuration: it accepts STARTTLS but then does not speak TLS.";

    /// <summary>The next step if the server's TLS implementation failed.</summary>
    internal const string InternalErrorStep = "Check the server's log for this handshake: its TLS failed internally, usually because it cannot load its certificate or key.";

    /// <summary>The next step if the server rejects connections from here.</summary>
    internal const string AccessDeniedStep = "Ask the server's administrator to allow connections from this machine's address: the server rejects it before any login.";

    /// <summary>The next step if the server has no certificate for the name.</summary>
    internal const string NameNotServedStep = "Check the host; if the name is correct, have it added to the server's TLS configuration.";

    /// <summary>A failed handshake. Value: host and port. Detail: what is known.</summary>
    public static readonly FindingCode TlsHandshake = new("Tls.Handshake", FindingKind.Server,
        "The TLS handshake with {value} failed: {detail}.",
        "Check the server's log for this handshake: it may be unable to load its certificate or key, limit connections from this address, or support no common cipher suite.");

    /// <summary>A client certificate is required. Value: host and port.</summary>
    public static readonly FindingCode TlsClientCertificateRequired = new("Tls.ClientCertificateRequired", FindingKind.Server,
        "{value} requires a client certificate and closed the connection without one.",
        "Have the server accept connections without a client certificate on this port, or use another of its ports: the platform sends none, and logs in with a password or token.");

    /// <summary>A weak key exchange. Value: host and port. Detail: what it is.</summary>
    public static readonly FindingCode TlsWeakKeyExchange = new("Tls.WeakKeyExchange", FindingKind.Server,
        "{value} exchanges keys using {detail}, which is too weak for this machine.",
        "Have the server use elliptic-curve key exchange (ECDHE), or a DH group of 2048 bits or more.");

    /// <summary>No common group. Value: host and port. Detail: what the server chose.</summary>
    public static readonly FindingCode TlsNoCommonGroup = new("Tls.NoCommonGroup", FindingKind.Server,
        "{value} and this machine have no key exchange group in common: when a further connection offered all groups, the server chose {detail}.",
        "Have the curves x25519 and secp256r1 (P-256) enabled on the server.");

    /// <summary>A weak handshake signature. Value: host and port. Detail: the algorithm.</summary>
    public static readonly FindingCode TlsWeakSignature = new("Tls.WeakSignature", FindingKind.Server,
        "{value} signs the TLS handshake using {detail}, which this machine does not accept.",
        "Have the server sign handshakes with SHA-256 or better: an old TLS library or its configuration limits it to SHA-1 or MD5. Its certificate need not change.");

    /// <summary>The key usage does not permit the handshake. Value: the subject. Detail: what it permits.</summary>
    public static readonly FindingCode TlsKeyUsage = new("Tls.KeyUsage", FindingKind.Warning,
        "The key usage of the server's certificate '{value}' does not permit the signature that a TLS handshake needs; it permits only {detail}.",
        "Have a certificate whose key usage includes digitalSignature installed on the server; some programs refuse this one.");

    /// <summary>The next step if the server accepts no cipher suite at all.</summary>
    internal const string NoSuiteStep = "Check the server's log for this handshake. Usually the server has no usable certificate and key: none is configured, they do not match, they cannot be read, or the certificate's key usage lacks digitalSignature.";

    /// <summary>The next step for a key on a curve that few programs support.</summary>
    internal const string CertificateCurveStep = "Have a certificate with a P-256 key, or an RSA key of 2048 bits or more, installed on the server.";

    /// <summary>The next step if the server supports only suites without a certificate.</summary>
    internal const string NoCertificateStep = "Have a certificate installed on the server, and cipher suites that use it enabled: it offers TLS without proving its identity.";

    /// <summary>The next step if the server supports only suites without encryption.</summary>
    internal const string NoEncryptionStep = "Have cipher suites that encrypt enabled on the server: ECDHE with AES-GCM or ChaCha20.";

    /// <summary>The next step if the server requires a pre-shared key.</summary>
    internal const string SharedKeyStep = "Use another port of the server, or have cipher suites with a certificate enabled: this one is for machines that share a secret key with it.";

    /// <summary>The next step if the server's key is of a type that clients no longer support.</summary>
    internal const string DsaStep = "Have a certificate with an RSA or ECDSA key installed on the server.";

    /// <summary>The next step if the server considers this machine too weak.</summary>
    internal const string WeakClientStep = "Update this machine's operating system and TLS library, and remove restrictions of its cipher suites (OpenSSL configuration, or Schannel group policy).";

    /// <summary>No common cipher suite. Value: host and port. Detail: what the server supports.</summary>
    public static readonly FindingCode TlsNoCommonCipher = new("Tls.NoCommonCipher", FindingKind.Server,
        "{value} and this machine have no common cipher suite: when further connections offered all suites, the server chose {detail}.",
        "Have suites with forward secrecy (ECDHE with AES-GCM or ChaCha20) enabled on the server.");

    /// <summary>Only SSL 3.0, TLS 1.0 or 1.1. Value: host and port. Detail: the versions.</summary>
    public static readonly FindingCode TlsOldVersion = new("Tls.OldVersion", FindingKind.Server,
        "{value} supports only {detail}, as further connections showed; TLS 1.2 or later is required (RFC 8996).",
        "Have TLS 1.2 or 1.3 enabled on the server.");

    /// <summary>A name mismatch. Value: the expected name. Detail: the names in the certificate.</summary>
    public static readonly FindingCode TlsName = new("Tls.Name", FindingKind.Server,
        "The server's certificate is not for '{value}'; it is for {detail}.",
        "Use one of those names as the host if it is the same server, or have a certificate with this name installed there.");

    /// <summary>A self-signed certificate. Value: the subject.</summary>
    public static readonly FindingCode TlsSelfSigned = new("Tls.SelfSigned", FindingKind.Server,
        "The server's certificate '{value}' is self-signed and not trusted on this machine.",
        "Have a certificate of a public CA installed on the server, or, if self-signing is intended, add it to the trusted roots of this machine.");

    /// <summary>An untrusted root. Value: the issuer.</summary>
    public static readonly FindingCode TlsUnknownRoot = new("Tls.UnknownRoot", FindingKind.Server,
        "The server's certificate was issued by '{value}', which this machine does not trust.",
        "Add that CA's root certificate to the trusted roots of this machine; for this test only, specify it as a file (-CaCertificatePath, '--ca').");

    /// <summary>A missing intermediate. Value: the issuer.</summary>
    public static readonly FindingCode TlsIncompleteChain = new("Tls.IncompleteChain", FindingKind.Server,
        "The server does not send its issuer's certificate '{value}', and this machine does not have it.",
        "Have the server send its full chain (the certificate file followed by the intermediates); if that issuer is a private root, add it to the trusted roots of this machine.");

    /// <summary>
    /// An expired certificate. Value: the subject. Detail: the date. Limit: whose it is, the server's or an issuer's.
    /// </summary>
    public static readonly FindingCode TlsExpired = new("Tls.Expired", FindingKind.Server,
        "The {limit} certificate '{value}' expired on {detail}.",
        "Have the certificate renewed on the server; if that date is in the future, check this machine's clock.");

    /// <summary>
    /// A certificate that is not yet valid. Value: the subject. Detail: the date. Limit: whose it is, the server's or an
    /// issuer's.
    /// </summary>
    public static readonly FindingCode TlsNotYetValid = new("Tls.NotYetValid", FindingKind.Server,
        "The {limit} certificate '{value}' is valid only from {detail}.",
        "Check this machine's clock; if it is correct, have the server's certificate replaced.");

    /// <summary>A revoked certificate. Value: the subject.</summary>
    public static readonly FindingCode TlsRevoked = new("Tls.Revoked", FindingKind.Server,
        "The server's certificate '{value}' or one of its issuers was revoked.",
        "Have a new certificate installed on the server, and do not log in there before that.");

    /// <summary>Not issued for servers, or malformed. Value: the subject. Detail: why.</summary>
    public static readonly FindingCode TlsUnusable = new("Tls.Unusable", FindingKind.Server,
        "The server's certificate '{value}' cannot be used: {detail}.",
        "Have a certificate for server authentication installed on the server.");

    /// <summary>Unknown revocation status. Value: the sources, or that none is named.</summary>
    public static readonly FindingCode TlsRevocationUnknown = new("Tls.RevocationUnknown", FindingKind.Warning,
        "Whether the server's certificate was revoked is unknown: {value}.",
        "Nothing needs to be done if this machine has no internet connection; otherwise let it reach those addresses.");

    /// <summary>Returns the finding if the certificate names no revocation source, as is common for private CAs.</summary>
    internal static Finding RevocationNotNamed() => TlsRevocationUnknown.At(value: "the certificate names neither a CRL nor an OCSP responder") with
    {
        Severity = Severity.Info,
        StepTemplate = "Nothing needs to be done: the CA publishes no revocation information.",
    };

    /// <summary>The certificate expires soon. Value: the subject. Detail: the date. Limit: days left.</summary>
    public static readonly FindingCode TlsCertificateExpiresSoon = new("Tls.CertificateExpiresSoon", FindingKind.Warning,
        "The server's certificate '{value}' expires in {limit} days, on {detail}.",
        "Remind the server's administrator to renew it before that date.");
}
