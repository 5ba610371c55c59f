namespace EmailSettings.Core.OAuth;

/// <summary>What Graph answered.</summary>
public enum GraphStatus
{
    /// <summary>Anything else: the server's text says more.</summary>
    Other,

    /// <summary>It did what was asked.</summary>
    Done,

    /// <summary>401: the token is not taken.</summary>
    TokenRefused,

    /// <summary>403: the token lacks the right, or the mailbox is not among those it may use.</summary>
    AccessDenied,

    /// <summary>403 with <c>ErrorSendAsDenied</c>: From names another mailbox than the one that sends.</summary>
    SenderDenied,

    /// <summary>400 with <c>ErrorInvalidRecipients</c>.</summary>
    RecipientRefused,

    /// <summary>404: no such mailbox, folder or message.</summary>
    NotFound,

    /// <summary>
    /// 404 with <c>MailboxNotEnabledForRESTAPI</c>: the mailbox is there, and Graph does not reach it (on premises, inactive,
    /// deleted).
    /// </summary>
    NotEnabled,

    /// <summary>413, or <c>ErrorMessageSizeExceeded</c>: Graph takes requests of up to 4 MB.</summary>
    TooLarge,

    /// <summary>429: too many requests.</summary>
    Throttled,

    /// <summary>Graph, or the proxy before it, cannot be reached or does not answer in time.</summary>
    Unreachable,

    /// <summary>The TLS of the host: its certificate is not trusted, or the handshake failed.</summary>
    Untrusted,
}
