using System.Security.Authentication;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// Why no TLS was agreed on with an endpoint, as this side found it: the reason travels with the exception and not through shared
/// state.
/// </summary>
/// <param name="message">The reason in plain words.</param>
/// <param name="problem">The gravest problem of its certificate; null where it is not the certificate.</param>
internal sealed class EndpointTlsException(string message, CertificateProblem? problem = null) : AuthenticationException(message)
{
    /// <summary>The gravest problem of the certificate.</summary>
    public CertificateProblem? Problem => problem;
}
