using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth;

/// <summary>Why there is no token, in the server's own words where there are any. Holds no secret.</summary>
public sealed record TokenFailure
{
    /// <summary>The reason by kind.</summary>
    public required TokenFailureKind Kind { get; init; }

    /// <summary>The AADSTS numbers, the most telling first; empty where the server gave none.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The OAuth error code (RFC 6749 section 5.2), escaped.</summary>
    public string? OAuthError { get; init; }

    /// <summary>
    /// The server's own text: secrets, user name and control characters replaced, on one line, 2000 characters at most.
    /// </summary>
    public string? ServerText { get; init; }

    /// <summary>What this side saw (a socket's error, the reason why a certificate is not trusted), in plain words.</summary>
    public string? Detail { get; init; }

    /// <summary>The gravest problem of the endpoint's certificate, where it was refused for it.</summary>
    public CertificateProblem? CertificateProblem { get; init; }

    /// <summary>The host that a redirect leads to, escaped; null where there is none.</summary>
    public string? RedirectHost { get; init; }

    /// <summary>The HTTP status, where there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>What the server's support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
