namespace EmailSettings.Core.OAuth;

/// <summary>The status of a Graph request.</summary>
public enum GraphStatus
{
    /// <summary>Any other failure: see the server's text.</summary>
    Other,

    /// <summary>Success.</summary>
    Done,

    /// <summary>401: the token is rejected.</summary>
    TokenRefused,

    /// <summary>403: the token lacks the permission, or may not use the mailbox.</summary>
    AccessDenied,

    /// <summary>403 with <c>ErrorSendAsDenied</c>: From names a mailbox other than the sending one.</summary>
    SenderDenied,

    /// <summary>400 with <c>ErrorInvalidRecipients</c>.</summary>
    RecipientRefused,

    /// <summary>404: the mailbox, folder or message does not exist.</summary>
    NotFound,

    /// <summary>
    /// 404 with <c>MailboxNotEnabledForRESTAPI</c>: the mailbox exists but Graph cannot reach it (on-premises, inactive,
    /// deleted).
    /// </summary>
    NotEnabled,

    /// <summary>413, or <c>ErrorMessageSizeExceeded</c>: Graph accepts requests of up to 4 MB.</summary>
    TooLarge,

    /// <summary>429: too many requests.</summary>
    Throttled,

    /// <summary>Graph or the proxy cannot be reached or does not answer in time.</summary>
    Unreachable,

    /// <summary>TLS failed: the certificate is not trusted, or the handshake failed.</summary>
    Untrusted,
}
