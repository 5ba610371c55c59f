namespace EmailSettings.Mail.Tls;

/// <summary>Why a server's certificate is rejected, most serious first.</summary>
public enum CertificateProblem
{
    /// <summary>The certificate or one of its issuers was revoked.</summary>
    Revoked,

    /// <summary>The certificate is not valid for the host name.</summary>
    NameMismatch,

    /// <summary>The certificate or one of its issuers has expired.</summary>
    Expired,

    /// <summary>The certificate or one of its issuers is not valid yet.</summary>
    NotYetValid,

    /// <summary>The certificate is self-signed and not trusted.</summary>
    SelfSigned,

    /// <summary>The chain ends in a root that is not trusted.</summary>
    UnknownRoot,

    /// <summary>The server does not send an intermediate certificate needed to reach a trusted root.</summary>
    IncompleteChain,

    /// <summary>The certificate may not be used for servers (key usage, extended key usage, constraints).</summary>
    WrongUsage,

    /// <summary>Any other error in the chain: an invalid signature, a weak algorithm, a malformed extension.</summary>
    Invalid,

    /// <summary>The server sent no certificate.</summary>
    Missing,
}
