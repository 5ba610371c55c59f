using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>How token endpoints and Graph are reached. TLS is verified in every case.</summary>
public sealed record OAuthHttpOptions
{
    /// <summary>The proxy; null means the system's own (its settings on Windows, HTTPS_PROXY and NO_PROXY elsewhere).</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Certificates trusted beside the system's roots, for private authorities.</summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>
    /// Hides secrets and user names in what servers say; the caller's to dispose, after the client. Null for one of the client's
    /// own.
    /// </summary>
    public Redactor? Redactor { get; init; }

    /// <summary>Time for a whole acquisition; with a device code, until the code is shown and for each poll.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);
}
