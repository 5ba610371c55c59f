namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What a server means, whatever command it answers and in whatever words.</summary>
internal enum ReplyMeaning
{
    /// <summary>The name that this machine gives in EHLO is refused.</summary>
    NameRefused,

    /// <summary>The address of this machine is refused.</summary>
    AddressRefused,

    /// <summary>The address of this machine is on a block list, or has a bad reputation.</summary>
    AddressListed,

    /// <summary>The address of this machine has no name in DNS, or none that leads back to it.</summary>
    ReverseNameMissing,

    /// <summary>The relay of a provider does not know this machine: no connector, no registered address.</summary>
    ConnectorMissing,

    /// <summary>A login is wanted.</summary>
    LoginRequired,

    /// <summary>TLS is wanted first.</summary>
    TlsRequired,

    /// <summary>The server cannot speak TLS at the moment.</summary>
    TlsUnavailable,

    /// <summary>Nobody may log in on this connection; the password was not looked at.</summary>
    LoginNotAllowedHere,

    /// <summary>User name or password is wrong.</summary>
    WrongCredentials,

    /// <summary>User name or password is wrong, or the protocol is switched off; the server does not tell them apart.</summary>
    CredentialsOrSwitch,

    /// <summary>The login is right, and may not do this.</summary>
    NotAuthorized,

    /// <summary>The password has ended or must be set anew.</summary>
    PasswordExpired,

    /// <summary>Only the server's administrator can help.</summary>
    AskAdministrator,

    /// <summary>A password made for programs is wanted.</summary>
    AppPassword,

    /// <summary>An authorization code is wanted in place of the password.</summary>
    AuthorizationCode,

    /// <summary>A person must sign in with a browser first.</summary>
    BrowserSignIn,

    /// <summary>This way of logging in is switched off for tenant or mailbox.</summary>
    LoginDisabled,

    /// <summary>A policy of the organization blocks the login.</summary>
    PolicyBlocks,

    /// <summary>IMAP or SMTP is switched off in the mailbox's settings.</summary>
    ProtocolOff,

    /// <summary>The mechanism on offer does not work at the server.</summary>
    MechanismBroken,

    /// <summary>The server does not know the mechanism.</summary>
    MechanismUnknown,

    /// <summary>The account is blocked, suspended or not active.</summary>
    AccountBlocked,

    /// <summary>Too many logins or requests.</summary>
    Throttled,

    /// <summary>Too many connections at a time.</summary>
    TooManyConnections,

    /// <summary>The server's authentication does not work at the moment.</summary>
    LoginUnavailable,

    /// <summary>The server itself is out of order.</summary>
    ServerFault,

    /// <summary>Come back later, for no reason that is told.</summary>
    TryLater,

    /// <summary>The session is ended because the token has expired.</summary>
    TokenExpired,

    /// <summary>The session is ended for another reason.</summary>
    SessionEnded,

    /// <summary>The server wants the command ID (RFC 2971) first.</summary>
    ClientNotIdentified,

    /// <summary>The mailbox does not exist.</summary>
    MailboxMissing,

    /// <summary>The login was taken, and the mailbox is not to be opened.</summary>
    MailboxNotConnected,

    /// <summary>The server does not relay.</summary>
    RelayDenied,

    /// <summary>The sender does not belong to the login.</summary>
    SenderNotOwned,

    /// <summary>The sender is not verified at the provider.</summary>
    SenderNotVerified,

    /// <summary>The domain of the sender does not exist, or takes no mail.</summary>
    SenderDomainUnknown,

    /// <summary>The server's list of senders does not take this one from somebody who has not logged in.</summary>
    SenderNeedsLogin,

    /// <summary>The server's list of senders does not take this one at all.</summary>
    SenderListed,

    /// <summary>The sender is refused for another reason.</summary>
    SenderRefused,

    /// <summary>The recipient does not exist.</summary>
    RecipientUnknown,

    /// <summary>The recipient's mailbox is disabled.</summary>
    RecipientDisabled,

    /// <summary>The recipient takes no more for the moment.</summary>
    RecipientBusy,

    /// <summary>The recipient takes mail of certain senders alone.</summary>
    RecipientRefused,

    /// <summary>The provider's account is in its trial mode, and the recipient is not verified.</summary>
    RecipientNotVerified,

    /// <summary>The mailbox is full.</summary>
    MailboxFull,

    /// <summary>Greylisting: the same again in a few minutes is taken.</summary>
    Greylisted,

    /// <summary>The account has sent all it may.</summary>
    SendingLimit,

    /// <summary>The message is too large.</summary>
    TooLarge,

    /// <summary>The message is taken for spam.</summary>
    TakenForSpam,

    /// <summary>The sender's domain is not authenticated: SPF, DKIM or DMARC.</summary>
    DomainNotAuthenticated,

    /// <summary>The message breaks the format.</summary>
    MessageMalformed,

    /// <summary>The message holds what is forbidden: a virus, a kind of attachment.</summary>
    ContentForbidden,
}
