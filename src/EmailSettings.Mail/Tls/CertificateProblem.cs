namespace EmailSettings.Mail.Tls;

/// <summary>Why a server's certificate is not accepted. In order of gravity.</summary>
public enum CertificateProblem
{
    /// <summary>The issuer has revoked the certificate, or one of its chain.</summary>
    Revoked,

    /// <summary>The certificate does not name the host that was asked for.</summary>
    NameMismatch,

    /// <summary>The certificate, or one of its chain, is no longer valid.</summary>
    Expired,

    /// <summary>The certificate, or one of its chain, is not valid yet.</summary>
    NotYetValid,

    /// <summary>The certificate is self-signed and not trusted.</summary>
    SelfSigned,

    /// <summary>The chain ends in a root that is not trusted here.</summary>
    UnknownRoot,

    /// <summary>The server does not send an intermediate certificate that leads to a trusted root.</summary>
    IncompleteChain,

    /// <summary>The certificate is not meant for servers (key usage, extended key usage, constraints).</summary>
    WrongUsage,

    /// <summary>
    /// The certificate, or its chain, is wrong in another way: a bad signature, a weak algorithm, a broken extension.
    /// </summary>
    Invalid,

    /// <summary>The server sent no certificate.</summary>
    Missing,
}
