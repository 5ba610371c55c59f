using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>How a server's certificate is verified. Verification itself cannot be switched off.</summary>
public sealed record TlsOptions
{
    /// <summary>
    /// Roots trusted besides the operating system's, as given by <c>--ca</c>. Certificates in it that are not self-issued serve
    /// as intermediates. Stay the caller's to dispose.
    /// </summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>Ask for the revocation state online, by the CRL or OCSP address that the certificate names.</summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>
    /// Resume the TLS session of an earlier connection to the same host. Quicker, but shows the certificate of that earlier
    /// connection, so a test leaves it off: it must see the certificate that stands there now.
    /// </summary>
    public bool AllowResumption { get; init; }
}
