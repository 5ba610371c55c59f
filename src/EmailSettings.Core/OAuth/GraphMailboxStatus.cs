namespace EmailSettings.Core.OAuth;

/// <summary>What Graph answered about a mailbox.</summary>
public enum GraphMailboxStatus
{
    /// <summary>Anything else: the server's text says more.</summary>
    Other,

    /// <summary>The mailbox is there and may be read.</summary>
    Found,

    /// <summary>401: the token is not taken.</summary>
    TokenRefused,

    /// <summary>403: the token lacks the right, or the mailbox is not among those it may read.</summary>
    AccessDenied,

    /// <summary>404: no such mailbox.</summary>
    NotFound,

    /// <summary>404 with <c>MailboxNotEnabledForRESTAPI</c>: it is there, and Graph does not reach it (on premises, inactive, deleted).</summary>
    NotEnabled,

    /// <summary>429: too many requests.</summary>
    Throttled,

    /// <summary>Graph, or the proxy before it, cannot be reached or does not answer in time.</summary>
    Unreachable,

    /// <summary>The TLS of the host: its certificate is not trusted, or the handshake failed.</summary>
    Untrusted,
}
