namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The meaning of a reply, independent of the command and the wording.</summary>
internal enum ReplyMeaning
{
    /// <summary>The EHLO name of this machine is rejected.</summary>
    NameRefused,

    /// <summary>The address of this machine is rejected.</summary>
    AddressRefused,

    /// <summary>The address of this machine is on a block list, or has a bad reputation.</summary>
    AddressListed,

    /// <summary>The address of this machine has no valid reverse DNS.</summary>
    ReverseNameMissing,

    /// <summary>The relay of a provider does not know this machine: no connector, no registered address.</summary>
    ConnectorMissing,

    /// <summary>A login is required.</summary>
    LoginRequired,

    /// <summary>TLS is required.</summary>
    TlsRequired,

    /// <summary>TLS is temporarily unavailable.</summary>
    TlsUnavailable,

    /// <summary>Logins are not accepted on this connection; the password was not checked.</summary>
    LoginNotAllowedHere,

    /// <summary>The user name or password is wrong.</summary>
    WrongCredentials,

    /// <summary>The user name or password is wrong, or the protocol is disabled; the server does not distinguish them.</summary>
    CredentialsOrSwitch,

    /// <summary>The login succeeded but lacks a permission.</summary>
    NotAuthorized,

    /// <summary>The password has expired or must be reset.</summary>
    PasswordExpired,

    /// <summary>Only the server's administrator can help.</summary>
    AskAdministrator,

    /// <summary>An app password is required.</summary>
    AppPassword,

    /// <summary>An authorization code is required instead of the password.</summary>
    AuthorizationCode,

    /// <summary>An interactive sign-in with a browser is required first.</summary>
    BrowserSignIn,

    /// <summary>This authentication is disabled for tenant or mailbox.</summary>
    LoginDisabled,

    /// <summary>A policy of the organization blocks the login.</summary>
    PolicyBlocks,

    /// <summary>IMAP or SMTP is disabled in the mailbox's settings.</summary>
    ProtocolOff,

    /// <summary>The offered mechanism does not work on the server.</summary>
    MechanismBroken,

    /// <summary>The server does not know the mechanism.</summary>
    MechanismUnknown,

    /// <summary>The account is blocked, suspended or inactive.</summary>
    AccountBlocked,

    /// <summary>Too many logins or requests.</summary>
    Throttled,

    /// <summary>Too many concurrent connections.</summary>
    TooManyConnections,

    /// <summary>The server's authentication is temporarily unavailable.</summary>
    LoginUnavailable,

    /// <summary>The server has an internal failure.</summary>
    ServerFault,

    /// <summary>Try again later, without a stated reason.</summary>
    TryLater,

    /// <summary>The session ends because the token has expired.</summary>
    TokenExpired,

    /// <summary>The session ends for another reason.</summary>
    SessionEnded,

    /// <summary>The server requires the ID command (RFC 2971).</summary>
    ClientNotIdentified,

    /// <summary>The mailbox does not exist.</summary>
    MailboxMissing,

    /// <summary>The login succeeded, but the mailbox cannot be opened.</summary>
    MailboxNotConnected,

    /// <summary>Relaying is denied.</summary>
    RelayDenied,

    /// <summary>The sender does not belong to the login.</summary>
    SenderNotOwned,

    /// <summary>The sender is not verified at the provider.</summary>
    SenderNotVerified,

    /// <summary>The sender's domain does not exist or accepts no mail.</summary>
    SenderDomainUnknown,

    /// <summary>The server's access list rejects this sender without a login.</summary>
    SenderNeedsLogin,

    /// <summary>The server's access list rejects this sender.</summary>
    SenderListed,

    /// <summary>The sender is rejected for another reason.</summary>
    SenderRefused,

    /// <summary>The recipient does not exist.</summary>
    RecipientUnknown,

    /// <summary>The recipient's mailbox is disabled.</summary>
    RecipientDisabled,

    /// <summary>The recipient temporarily accepts no more mail.</summary>
    RecipientBusy,

    /// <summary>The recipient accepts mail only from certain senders.</summary>
    RecipientRefused,

    /// <summary>The provider's account is in trial mode and the recipient is not verified.</summary>
    RecipientNotVerified,

    /// <summary>The mailbox is full.</summary>
    MailboxFull,

    /// <summary>Greylisting: a retry in a few minutes is accepted.</summary>
    Greylisted,

    /// <summary>The account's sending limit is reached.</summary>
    SendingLimit,

    /// <summary>The message is too large.</summary>
    TooLarge,

    /// <summary>The message is classified as spam.</summary>
    TakenForSpam,

    /// <summary>The sender's domain is not authenticated: SPF, DKIM or DMARC.</summary>
    DomainNotAuthenticated,

    /// <summary>The message is malformed.</summary>
    MessageMalformed,

    /// <summary>The message has forbidden content: a virus, a kind of attachment.</summary>
    ContentForbidden,
}
