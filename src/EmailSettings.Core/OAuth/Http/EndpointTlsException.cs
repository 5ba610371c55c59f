using System.Security.Authentication;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Thrown when TLS with an endpoint fails on the client's side. Carries the reason, instead of shared state.</summary>
/// <param name="message">The reason in plain words.</param>
/// <param name="problem">The most severe problem of the certificate; null if it is not the certificate.</param>
internal sealed class EndpointTlsException(string message, CertificateProblem? problem = null) : AuthenticationException(message)
{
    /// <summary>The most severe problem of the certificate.</summary>
    public CertificateProblem? Problem => problem;
}
