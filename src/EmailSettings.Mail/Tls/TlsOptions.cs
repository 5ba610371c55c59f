using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>How a server's certificate is verified. Verification itself cannot be switched off.</summary>
public sealed record TlsOptions
{
    /// <summary>
    /// Roots trusted in addition to the operating system's, as given by <c>--ca</c>. Certificates among them that are not
    /// self-issued serve as intermediates. The caller keeps ownership.
    /// </summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>Whether to check revocation online, at the CRL or OCSP URLs in the certificate.</summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>
    /// Whether to resume the TLS session of an earlier connection to the same host. Faster, but shows the certificate of that
    /// earlier connection, so tests leave it off: they must see the current certificate.
    /// </summary>
    public bool AllowResumption { get; init; }
}
