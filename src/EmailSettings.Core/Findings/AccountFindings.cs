namespace EmailSettings.Core.Findings;

/// <summary>Findings about the account that logs in, beyond user name and password.</summary>
public static class AccountFindings
{
    /// <summary>The next step where the server wants an authorization code.</summary>
    internal const string AuthorizationCodeStep = "Switch IMAP/SMTP on in the mailbox's settings at the provider, have it create an authorization code there, and enter that as the password.";

    /// <summary>The next step where the server does not tell a wrong password from a switch.</summary>
    internal const string SwitchFirstStep = "Check first that IMAP or SMTP access for programs is switched on in the mailbox's settings at the provider, then create an app password there and enter it; only then doubt user name and password.";

    /// <summary>The next step for a password beyond ASCII.</summary>
    internal const string AsciiPasswordStep = "Set a password of ASCII characters and enter it: this one holds others, which servers read by different charsets, so that it can be right and fail; then check the user name.";

    /// <summary>The next step for a login over TLS that the connection lacks.</summary>
    internal const string SecuredLoginStep = "Switch TLS on (-TlsMode StartTls, '--tls starttls', or the port with implicit TLS): many servers take logins over TLS only.";

    /// <summary>The next step at Amazon SES for wrong credentials.</summary>
    internal const string SesCredentialsStep = "Enter SMTP credentials made in the console of Amazon SES (SMTP settings) for this region; the access keys of AWS are no SMTP credentials.";

    /// <summary>The next step at services whose password is a key.</summary>
    internal const string KeyStep = "Enter an SMTP key or API key made in the provider's settings as the password, with the user name given there; the password of the web site does not work.";

    /// <summary>Too many connections of an account.</summary>
    public static readonly FindingCode AuthenticateTooManyConnections = new("Authenticate.TooManyConnections", FindingKind.Server,
        "The account has as many connections open as the server allows at a time.",
        "Close other programs and devices that are connected with this account, or have the server's limit for it raised.")
    {
        MayPass = true,
        Microsoft365Step = "Close other programs that send with this mailbox: Microsoft 365 takes three connections of a mailbox at a time.",
        GmailStep = "Close other programs and devices that read this mailbox: Gmail takes 15 connections of a mailbox at a time.",
    };

    /// <summary>A person must sign in first.</summary>
    public static readonly FindingCode AuthenticateBrowserRequired = new("Authenticate.BrowserRequired", FindingKind.Server,
        "The provider lets programs in only after a person has signed in with a web browser and answered what is asked there.",
        AuthenticateFindings.BrowserStep)
    {
        GmailStep = "Sign in once with a web browser, at the address in the server's text where it names one; then use an app password (Google account, Security, 2-Step Verification, App passwords) or OAuth instead of the account's password.",
    };

    /// <summary>A policy blocks the login.</summary>
    public static readonly FindingCode AuthenticateBlockedByPolicy = new("Authenticate.BlockedByPolicy", FindingKind.Server,
        "A policy of the organization blocks this login; neither the password nor the mailbox is at fault.",
        "Ask the organization's administrator to exempt this account from the policy, or log in by OAuth.")
    {
        Microsoft365Step = "Use OAuth Service; or have an administrator switch security defaults off (Microsoft Entra admin centre, Overview, Properties, Manage security defaults), or exempt this account in Conditional Access and authentication policies.",
    };

    /// <summary>The protocol is switched off.</summary>
    public static readonly FindingCode AuthenticateProtocolOff = new("Authenticate.ProtocolOff", FindingKind.Server,
        "Access by this protocol is switched off for the mailbox at its provider.",
        "Switch access for programs (IMAP, POP, SMTP) on in the mailbox's settings at the provider, or have its administrator do so.")
    {
        Microsoft365Step = "Switch the protocol on for the mailbox: Set-CASMailbox -ImapEnabled $true, or Set-CASMailbox -SmtpClientAuthenticationDisabled $false.",
        GmailStep = "Switch IMAP on: Gmail's settings, Forwarding and POP/IMAP; in Google Workspace the administrator must allow it (Apps, Gmail, End user access).",
    };

    /// <summary>The account is blocked or not active.</summary>
    public static readonly FindingCode AuthenticateAccountBlocked = new("Authenticate.AccountBlocked", FindingKind.Server,
        "The account is blocked, suspended or not active at its provider.",
        "Sign in at the provider and have the account released or activated there; where mail of others was sent with it, change its password first.")
    {
        Microsoft365Step = "Release the mailbox in Microsoft Defender (Email & collaboration, Review, Restricted entities), after its password was changed.",
    };

    /// <summary>The login is right and may not do this.</summary>
    public static readonly FindingCode AuthenticateNotAuthorized = new("Authenticate.NotAuthorized", FindingKind.Server,
        "User name and password are right, but the account may not do what was asked.",
        "Give the account the right at the server or provider: to send mail, or to open the mailbox that was named.");

    /// <summary>A mechanism that does not work. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateMechanismBroken = new("Authenticate.MechanismBroken", FindingKind.Server,
        "The server offers {value} and cannot carry it out; user name and password were not judged.",
        "Have the server's administrator fix its SASL set-up: the plug-in of that mechanism is not installed, or it finds no passwords to compare with.");

    /// <summary>No login on this connection.</summary>
    public static readonly FindingCode AuthenticateNotAllowedHere = new("Authenticate.NotAllowedHere", FindingKind.Server,
        "The server takes no login on this connection; the password was not looked at.",
        "Use the submission port with TLS (587 or 465), or have the server allow logins from this machine's address on this one.");

    /// <summary>The client has not said what it is.</summary>
    public static readonly FindingCode MailboxClientNotIdentified = new("Mailbox.ClientNotIdentified", FindingKind.Server,
        "The login was taken, and the server opens the mailbox only for clients that say what they are (the command ID, RFC 2971).",
        "Have the provider take this account's programs as safe (its text names whom to ask), and read it with a program that sends ID.");

    /// <summary>Full. Value: what is.</summary>
    public static readonly FindingCode MailboxFull = new("Mailbox.Full", FindingKind.Server,
        "{value} is full.",
        "Have that mailbox emptied or its quota raised.");
}
