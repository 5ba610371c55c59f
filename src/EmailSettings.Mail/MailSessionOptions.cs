using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail;

/// <summary>Everything a session needs to know before it starts.</summary>
public sealed record MailSessionOptions
{
    /// <summary>Where to connect, and how TLS is spoken there.</summary>
    public required MailEndpoint Endpoint { get; init; }

    /// <summary>The time limits.</summary>
    public MailTimeouts Timeouts { get; init; } = new();

    /// <summary>How certificates are verified.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Who turns a host name into addresses.</summary>
    public IHostResolver Resolver { get; init; } = SystemHostResolver.Instance;

    /// <summary>Mechanisms beside our own; null for none.</summary>
    public ISaslClients? SaslClients { get; init; }

    /// <summary>
    /// Hides secrets and user names in all that is read and shown; the caller's to dispose, after the session. Null for one of
    /// the session's own.
    /// </summary>
    public Redactor? Redactor { get; init; }

    /// <summary>The clock of deadlines, durations and the transcript.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
