using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail;

/// <summary>The options of a session.</summary>
public sealed record MailSessionOptions
{
    /// <summary>Where to connect, and how to use TLS.</summary>
    public required MailEndpoint Endpoint { get; init; }

    /// <summary>The time limits.</summary>
    public MailTimeouts Timeouts { get; init; } = new();

    /// <summary>How certificates are verified.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Resolves host names.</summary>
    public IHostResolver Resolver { get; init; } = SystemHostResolver.Instance;

    /// <summary>Additional SASL mechanisms; null for none.</summary>
    public ISaslClients? SaslClients { get; init; }

    /// <summary>
    /// Redacts secrets and user names from everything read and shown. The caller keeps ownership and disposes it after the
    /// session. Null for the session's own.
    /// </summary>
    public Redactor? Redactor { get; init; }

    /// <summary>The clock for deadlines, durations and the transcript.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
