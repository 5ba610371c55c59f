namespace EmailSettings.Core.Findings;

/// <summary>Findings about the account, other than a wrong user name or password.</summary>
public static class AccountFindings
{
    /// <summary>The next step if the server requires an authorization code.</summary>
    internal const string AuthorizationCodeStep = "Enable IMAP/SMTP in the mailbox's settings at the provider, create an authorization code there, and enter that as the password.";

    /// <summary>The next step if the server gives the same answer to a wrong password and to disabled access.</summary>
    internal const string SwitchFirstStep = "Check first that IMAP or SMTP access is enabled in the mailbox's settings at the provider, then create an app password there and enter it; only then suspect the user name and password.";

    /// <summary>The next step for a password with non-ASCII characters.</summary>
    internal const string AsciiPasswordStep = "Set a password of ASCII characters only and enter it: servers decode other characters in different charsets, so a correct password may fail; then check the user name.";

    /// <summary>The next step if a login requires TLS.</summary>
    internal const string SecuredLoginStep = "Enable TLS (-TlsMode StartTls, '--tls starttls', or the port with implicit TLS): many servers accept logins over TLS only.";

    /// <summary>The next step at Amazon SES for wrong credentials.</summary>
    internal const string SesCredentialsStep = "Enter SMTP credentials created in the Amazon SES console (SMTP settings) for this region; AWS access keys are not SMTP credentials.";

    /// <summary>The next step at services whose password is a key.</summary>
    internal const string KeyStep = "Enter an SMTP key or API key created in the provider's settings as the password, with the user name given there; the password of the website does not work.";

    /// <summary>Too many connections of an account.</summary>
    public static readonly FindingCode AuthenticateTooManyConnections = new("Authenticate.TooManyConnections", FindingKind.Server,
        "The account already has as many open connections as the server allows.",
        "Close other programs and devices that use this account, or have the server's limit raised.")
    {
        IsTransient = true,
        Microsoft365Step = "Close other programs that send with this mailbox: Microsoft 365 allows three concurrent connections per mailbox.",
        GmailStep = "Close other programs and devices that read this mailbox: Gmail allows 15 concurrent connections per mailbox.",
    };

    /// <summary>An interactive sign-in is required first.</summary>
    public static readonly FindingCode AuthenticateBrowserRequired = new("Authenticate.BrowserRequired", FindingKind.Server,
        "The provider requires an interactive sign-in with a web browser before it admits programs.",
        AuthenticateFindings.BrowserStep)
    {
        GmailStep = "Sign in once with a web browser, at the address in the server's text if it gives one; then use an app password (Google account, Security, 2-Step Verification, App passwords) or OAuth instead of the account's password.",
    };

    /// <summary>A policy blocks the login.</summary>
    public static readonly FindingCode AuthenticateBlockedByPolicy = new("Authenticate.BlockedByPolicy", FindingKind.Server,
        "A policy of the organization blocks this login.",
        "Ask the organization's administrator to exempt this account from the policy, or log in with OAuth.")
    {
        Microsoft365Step = "Use OAuth Service; or have an administrator disable security defaults (Microsoft Entra admin centre, Overview, Properties, Manage security defaults), or exempt this account in Conditional Access and authentication policies.",
    };

    /// <summary>The protocol is disabled.</summary>
    public static readonly FindingCode AuthenticateProtocolOff = new("Authenticate.ProtocolOff", FindingKind.Server,
        "Access over this protocol is disabled for the mailbox.",
        "Enable access for mail programs (IMAP, POP, SMTP) in the mailbox's settings at the provider, or have its administrator do so.")
    {
        Microsoft365Step = "Enable the protocol for the mailbox: Set-CASMailbox -ImapEnabled $true, or Set-CASMailbox -SmtpClientAuthenticationDisabled $false.",
        GmailStep = "Enable IMAP: Gmail's settings, Forwarding and POP/IMAP; in Google Workspace the administrator must allow it (Apps, Gmail, End user access).",
    };

    /// <summary>The account is blocked or not active.</summary>
    public static readonly FindingCode AuthenticateAccountBlocked = new("Authenticate.AccountBlocked", FindingKind.Server,
        "The account is blocked, suspended or inactive at its provider.",
        "Sign in at the provider and have the account unblocked or activated there; if others have sent mail from it, change its password first.")
    {
        Microsoft365Step = "Change the mailbox's password, then unblock it in Microsoft Defender (Email & collaboration, Review, Restricted entities).",
    };

    /// <summary>The login succeeded but lacks a permission.</summary>
    public static readonly FindingCode AuthenticateNotAuthorized = new("Authenticate.NotAuthorized", FindingKind.Server,
        "The user name and password are correct, but the account lacks the permission for what was requested.",
        "Give the account the permission at the server or provider: to send mail, or to open the requested mailbox.");

    /// <summary>A mechanism that fails on the server. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateMechanismBroken = new("Authenticate.MechanismBroken", FindingKind.Server,
        "The server offers {value} but cannot perform it; the user name and password were not checked.",
        "Have the server's administrator fix its SASL configuration: the mechanism's plug-in is not installed, or it has no access to the passwords.");

    /// <summary>Logins are not accepted on this connection.</summary>
    public static readonly FindingCode AuthenticateNotAllowedHere = new("Authenticate.NotAllowedHere", FindingKind.Server,
        "The server does not accept logins on this connection; the password was not checked.",
        "Use the submission port with TLS (587 or 465), or have the server allow logins from this machine's address on this port.");

    /// <summary>The client did not identify itself.</summary>
    public static readonly FindingCode MailboxClientNotIdentified = new("Mailbox.ClientNotIdentified", FindingKind.Server,
        "The login succeeded, but the server opens the mailbox only for clients that identify themselves (the ID command, RFC 2971).",
        "Ask the provider to trust this account's programs (its text says whom to contact), and use a program that sends ID.");

    /// <summary>A full mailbox. Value: which.</summary>
    public static readonly FindingCode MailboxFull = new("Mailbox.Full", FindingKind.Server,
        "{value} is full.",
        "Have that mailbox emptied or its quota raised.");
}
