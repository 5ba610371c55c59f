using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth;

/// <summary>Why there is no token, with the server's text if any. Contains no secrets.</summary>
public sealed record TokenFailure
{
    /// <summary>The reason by kind.</summary>
    public required TokenFailureKind Kind { get; init; }

    /// <summary>The AADSTS numbers, most specific first; empty if the server sent none.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The OAuth error code (RFC 6749 section 5.2), escaped.</summary>
    public string? OAuthError { get; init; }

    /// <summary>
    /// The server's text, with secrets, user name and control characters replaced, on one line, 2000 characters at most.
    /// </summary>
    public string? ServerText { get; init; }

    /// <summary>The failure as seen by the client (a socket error, why a certificate is not trusted), in plain words.</summary>
    public string? Detail { get; init; }

    /// <summary>The most severe problem of the endpoint's certificate, if it was rejected.</summary>
    public CertificateProblem? CertificateProblem { get; init; }

    /// <summary>The host of a redirect, escaped; null if there is none.</summary>
    public string? RedirectHost { get; init; }

    /// <summary>The HTTP status, if there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The correlation id for Microsoft support.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>How long to wait, according to the server.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
