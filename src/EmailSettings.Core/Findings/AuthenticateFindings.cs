namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Authenticate and Mailbox stages.</summary>
public static class AuthenticateFindings
{
    /// <summary>The next step if Graph rejects the token.</summary>
    internal const string GraphTokenStep = "Check that the application has Microsoft Graph permissions with admin consent, and that Address and ClientId name the right tenant and application.";

    /// <summary>The next step if the server requires a login although one was made.</summary>
    internal const string OtherLoginStep = "Read the server's text, and ask its administrator which authentication it accepts for sending mail.";

    /// <summary>The next step if the password has expired or must be reset.</summary>
    internal const string NewPasswordStep = "Have the account's password reset, and enter the new one: the server no longer accepts the current one.";

    /// <summary>The next step if the server refers to its administrator.</summary>
    internal const string AdministratorStep = "Ask the server's administrator: the server says that only its administrator can admit this account.";

    /// <summary>The next step if an interactive sign-in is required first.</summary>
    internal const string BrowserStep = "Sign in once with a web browser, at the address in the server's text if it gives one, and complete the prompts; then test again.";

    /// <summary>The next step if Graph cannot reach the mailbox.</summary>
    internal const string GraphMailboxStep = "Give the mailbox an Exchange Online licence, or move it there: Graph cannot reach mailboxes that are on-premises, inactive or deleted.";

    /// <summary>The next step if Graph denies access to the mailbox.</summary>
    internal const string GraphAccessStep = "Add the Microsoft Graph application permission Mail.ReadWrite and grant consent; if an application access policy restricts it (Get-ApplicationAccessPolicy), add the mailbox to the policy.";

    /// <summary>The next step if Graph does not let the application send from the mailbox.</summary>
    internal const string GraphSendStep = "Add the Microsoft Graph application permission Mail.Send and grant consent; if an application access policy restricts it (Get-ApplicationAccessPolicy), add the mailbox to the policy.";

    /// <summary>The next step if the sending mailbox is not that of the sender's address.</summary>
    internal const string GraphSenderStep = "Send from the mailbox of the sender's address, or give the sending mailbox 'Send As' permission on it in the Exchange admin centre.";

    /// <summary>The next step for a message that is too large for Graph.</summary>
    internal const string GraphSizeStep = "Send a smaller message, or use SMTP: Microsoft Graph accepts requests of up to 4 MB, a message of about 3 MB.";

    /// <summary>The next step if a login is required but not offered on this connection.</summary>
    internal const string SubmissionStep = "Use the submission port (587 with STARTTLS, or 465) with a user and password: this one offers no login. Set it with Set-OutgoingMailServer -Port 587 -Authentication Basic ('emailsettings set outgoing port=587 authentication=Basic'); or have the server accept mail from this machine's address.";

    /// <summary>A rejected login. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateRejected = new("Authenticate.Rejected", FindingKind.Server,
        "The server rejected the login ({value}).",
        "Check the user name and password by logging in with another program; many servers require the full mail address as the user name.")
    {
        Microsoft365Step = "Check the user name and password by signing in at https://outlook.office.com, and that Authenticated SMTP or IMAP is enabled for the mailbox (Get-CASMailbox); Basic works for SMTP only, so use OAuth for IMAP.",
        Microsoft365TokenStep = "Register the application's service principal in Exchange Online (New-ServicePrincipal with the Object ID of the Enterprise application) and give it access to the mailbox (Add-MailboxPermission); then check that the mailbox name is correct.",
        TokenStep = "Check that the server accepts tokens from this authority, that the mailbox name is correct, and that the token's application or user may open the mailbox.",
        GmailStep = "Use an app password (Google account, Security, 2-Step Verification, App passwords) instead of the account's password, and enable IMAP in Gmail's settings.",
    };

    /// <summary>Disabled for the tenant or mailbox.</summary>
    public static readonly FindingCode AuthenticateDisabled = new("Authenticate.Disabled", FindingKind.Server,
        "This kind of authentication is disabled for the tenant or the mailbox.",
        "Ask the server's administrator to enable it for this account, or use another authentication that the server offers.")
    {
        Microsoft365Step = "Use OAuth Service; or have SMTP AUTH enabled for the mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false) and, with security defaults or an authentication policy, for the tenant.",
    };

    /// <summary>A login is required. Value: why there was none, as a clause.</summary>
    public static readonly FindingCode AuthenticateRequired = new("Authenticate.Required", FindingKind.Server,
        "The server accepts mail only after a login, and {value}.",
        "Set the authentication to Basic or OAuthService with Set-OutgoingMailServer -Authentication … ('emailsettings set outgoing authentication=…'), or have the server relay for this machine's address.")
    {
        Microsoft365Step = "Set the authentication to OAuthService (or Basic, if SMTP AUTH is enabled), or send through a connector for this machine's address (*.mail.protection.outlook.com, port 25).",
    };

    /// <summary>An app password is required.</summary>
    public static readonly FindingCode AuthenticateAppPasswordRequired = new("Authenticate.AppPasswordRequired", FindingKind.Server,
        "The server requires an app password or authorization code instead of the account's password.",
        "Create an app password in the account's security settings and enter it as the password.")
    {
        GmailStep = "Create an app password (Google account, Security, 2-Step Verification, App passwords) and enter its 16 letters as the password.",
    };

    /// <summary>No common mechanism. Value: what the client could use. Detail: what the server offers.</summary>
    public static readonly FindingCode AuthenticateMechanismNotOffered = new("Authenticate.MechanismNotOffered", FindingKind.Server,
        "The server does not offer {value}; it offers {detail}.",
        "Choose an authentication that the server offers (OAuth needs XOAUTH2 or OAUTHBEARER, Basic needs PLAIN, LOGIN, CRAM-MD5, NTLM or SCRAM), or have it enabled there.");

    /// <summary>The next step if a mechanism was requested. Value: the mechanism.</summary>
    internal const string RequestedMechanismStep = "Omit -Mechanism ('--mechanism') to use the strongest mechanism offered, specify one of those, or have {value} enabled on the server.";

    /// <summary>A secret sent without TLS. Value: host and port.</summary>
    public static readonly FindingCode AuthenticateOverPlaintext = new("Authenticate.OverPlaintext", FindingKind.Warning,
        "The login is sent to {value} without TLS: anyone on the network path can read it.",
        "Enable the secure connection (UseSsl) if the server offers TLS.");

    /// <summary>Returns the error for a token, which is never sent without TLS.</summary>
    internal static Finding TokenOverPlaintext(string target) => AuthenticateOverPlaintext.At(value: target) with
    {
        Severity = Severity.Error,
        CauseTemplate = "The login at {value} was not attempted: without TLS anyone on the network path could use the token.",
    };

    /// <summary>Too many logins or connections.</summary>
    public static readonly FindingCode AuthenticateThrottled = new("Authenticate.Throttled", FindingKind.Server,
        "The server temporarily accepts no more logins, connections or requests from this account.",
        "Wait a few minutes and test again; look for other programs that use this account.")
    {
        IsTransient = true,
        Microsoft365Step = "Wait a few minutes and test again; Microsoft 365 allows three concurrent connections per mailbox and 30 messages per minute.",
    };

    /// <summary>The server's authentication or mail store is unavailable.</summary>
    public static readonly FindingCode AuthenticateUnavailable = new("Authenticate.Unavailable", FindingKind.Server,
        "The server cannot currently serve this account.",
        "Test again in a few minutes; if it persists, ask the server's administrator to check its authentication service and mail store.")
    {
        IsTransient = true,
    };

    /// <summary>The login succeeded without a mailbox.</summary>
    public static readonly FindingCode MailboxNotConnected = new("Mailbox.NotConnected", FindingKind.Server,
        "The login succeeded, but the mailbox cannot be opened.",
        "Check that the mailbox exists, and that this account may open it over this protocol.")
    {
        Microsoft365Step = "Check that the mailbox exists and has a licence, that IMAP is enabled for it (Get-CASMailbox), and that the user may open it.",
        Microsoft365TokenStep = "Check the mailbox name, and give the application's service principal access to the mailbox (New-ServicePrincipal with the Object ID of the Enterprise application, then Add-MailboxPermission -AccessRights FullAccess).",
    };

    /// <summary>A mailbox that does not exist.</summary>
    public static readonly FindingCode MailboxNotFound = new("Mailbox.NotFound", FindingKind.Server,
        "The mailbox does not exist.",
        "Check the spelling of the mailbox's address.");

    /// <summary>Graph is unreachable. Value: its host. Detail: the failure.</summary>
    public static readonly FindingCode MailboxGraphUnreachable = new("Mailbox.GraphUnreachable", FindingKind.Server,
        "Microsoft Graph at {value} is unreachable: {detail}",
        "Let this machine reach it over HTTPS (port 443), directly, through the system's proxy or one given with -Proxy ('--proxy'), and test again.")
    {
        IsTransient = true,
    };
}
