using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Options of connections to token endpoints and Graph. TLS is always verified.</summary>
public sealed record OAuthHttpOptions
{
    /// <summary>The proxy; null for the system's (its settings on Windows, HTTPS_PROXY and NO_PROXY on other systems).</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Certificates trusted in addition to the system's roots, for private CAs.</summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>
    /// Redacts secrets and user names in server texts; the caller disposes it after the client. Null for the client's own.
    /// </summary>
    public Redactor? Redactor { get; init; }

    /// <summary>The time limit for a whole acquisition; with a device code, until the code is shown and for each poll.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);
}
