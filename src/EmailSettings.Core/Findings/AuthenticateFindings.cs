namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stages Authenticate and Mailbox.</summary>
public static class AuthenticateFindings
{
    /// <summary>The next step where Graph does not take the token.</summary>
    internal const string GraphTokenStep = "Check that the application has Microsoft Graph permissions with an administrator's consent, and that Address and ClientId name the right tenant and application.";

    /// <summary>The next step where a login was made and the server asks for one all the same.</summary>
    internal const string OtherLoginStep = "Read the server's text, and ask its administrator which way of logging in it accepts for sending mail.";

    /// <summary>The next step where the password has ended or must be set anew.</summary>
    internal const string NewPasswordStep = "Have the account's password reset, and enter the new one: the server no longer accepts the current one.";

    /// <summary>The next step where the server names its administrator.</summary>
    internal const string AdministratorStep = "Ask the server's administrator: it says that only its administrator can let this account in.";

    /// <summary>The next step where a person must sign in first.</summary>
    internal const string BrowserStep = "Sign in once with a web browser, at the address in the server's text where it names one, and answer what is asked there; then test again.";

    /// <summary>The next step where Graph does not reach the mailbox.</summary>
    internal const string GraphMailboxStep = "Give the mailbox an Exchange Online licence, or move it there: Graph reaches none that is on premises, inactive or deleted.";

    /// <summary>The next step where Graph refuses the mailbox.</summary>
    internal const string GraphAccessStep = "Add the application permission Mail.ReadWrite of Microsoft Graph and grant consent; where an application access policy limits it (Get-ApplicationAccessPolicy), add the mailbox to it.";

    /// <summary>The next step where Graph does not let the application send from the mailbox.</summary>
    internal const string GraphSendStep = "Add the application permission Mail.Send of Microsoft Graph and grant consent; where an application access policy limits it (Get-ApplicationAccessPolicy), add the mailbox to it.";

    /// <summary>The next step where the mailbox that sends is not the one of the sender's address.</summary>
    internal const string GraphSenderStep = "Send from the mailbox of the sender's address, or give the mailbox that sends 'Send As' on it in the Exchange admin centre.";

    /// <summary>The next step for a message that Graph does not take.</summary>
    internal const string GraphSizeStep = "Send a smaller message: Microsoft Graph takes requests of up to 4 MB, which is a message of about 3 MB; larger ones go over SMTP.";

    /// <summary>The next step where a login is wanted and not offered on this connection.</summary>
    internal const string SubmissionStep = "Use the submission port (587 with STARTTLS, or 465) with a user and password: this one offers no login. Set it with Set-OutgoingMailServer -Port 587 -Authentication Basic ('emailsettings set outgoing port=587 authentication=Basic'); or have the server take mail of this machine's address.";

    /// <summary>Refused. Value: the mechanism.</summary>
    public static readonly FindingCode AuthenticateRejected = new("Authenticate.Rejected", FindingKind.Server,
        "The server refuses the login ({value}).",
        "Check user name and password by logging in with another program; many servers want the whole mail address as the user name.")
    {
        Microsoft365Step = "Check user name and password by signing in at https://outlook.office.com, and that Authenticated SMTP or IMAP is switched on for the mailbox (Get-CASMailbox); Basic works for SMTP only, so use OAuth for IMAP.",
        Microsoft365TokenStep = "Register the application's service principal in Exchange Online (New-ServicePrincipal with the Object ID of the Enterprise application) and give it the mailbox (Add-MailboxPermission); then check that the mailbox name is right.",
        TokenStep = "Check that the server takes tokens of this authority, that the mailbox name is right, and that the application or user of the token may open it there.",
        GmailStep = "Use an app password (Google account, Security, 2-Step Verification, App passwords) instead of the account's password, and switch IMAP on in Gmail's settings.",
    };

    /// <summary>Switched off for the tenant or mailbox.</summary>
    public static readonly FindingCode AuthenticateDisabled = new("Authenticate.Disabled", FindingKind.Server,
        "Logging in this way is switched off for the tenant or the mailbox.",
        "Ask the server's administrator to switch it on for this account, or use the way of logging in that it offers.")
    {
        Microsoft365Step = "Use OAuth Service, which stays; or have SMTP AUTH switched on for the mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false) and, with security defaults or an authentication policy, for the tenant.",
    };

    /// <summary>A login is wanted. Value: what there is in its place.</summary>
    public static readonly FindingCode AuthenticateRequired = new("Authenticate.Required", FindingKind.Server,
        "The server takes mail only after a login, and {value}.",
        "Set the authentication to Basic or OAuthService with Set-OutgoingMailServer -Authentication … ('emailsettings set outgoing authentication=…'), or have the server relay for this machine's address.")
    {
        Microsoft365Step = "Set the authentication to OAuthService (or Basic, where SMTP AUTH is on), or send through a connector for this machine's address (*.mail.protection.outlook.com, port 25).",
    };

    /// <summary>An app password is wanted.</summary>
    public static readonly FindingCode AuthenticateAppPasswordRequired = new("Authenticate.AppPasswordRequired", FindingKind.Server,
        "The server wants a password made for programs (an app password or authorization code) instead of the account's.",
        "Create an app password in the account's security settings and enter it as the password.")
    {
        GmailStep = "Create an app password (Google account, Security, 2-Step Verification, App passwords) and enter its 16 letters as the password.",
    };

    /// <summary>No mechanism in common. Value: what we could use. Detail: what is offered.</summary>
    public static readonly FindingCode AuthenticateMechanismNotOffered = new("Authenticate.MechanismNotOffered", FindingKind.Server,
        "The server does not offer {value}; it offers {detail}.",
        "Choose an authentication that the server offers (OAuth needs XOAUTH2 or OAUTHBEARER, Basic needs PLAIN, LOGIN, CRAM-MD5, NTLM or SCRAM), or have it switched on there.");

    /// <summary>A secret over plaintext. Value: host and port.</summary>
    public static readonly FindingCode AuthenticateOverPlaintext = new("Authenticate.OverPlaintext", FindingKind.Warning,
        "The login goes to {value} without TLS: anyone who listens in can read it.",
        "Switch the secure connection on (UseSsl) where the server offers TLS.");

    /// <summary>A token is never sent without TLS.</summary>
    internal static Finding TokenOverPlaintext(string target) => AuthenticateOverPlaintext.At(value: target) with
    {
        Severity = Severity.Error,
        CauseTemplate = "The login at {value} was not made: it takes a token, and without TLS anyone who listens in could use it.",
    };

    /// <summary>Too many logins or connections.</summary>
    public static readonly FindingCode AuthenticateThrottled = new("Authenticate.Throttled", FindingKind.Server,
        "The server takes no more logins, connections or requests of this account for the moment.",
        "Wait a few minutes and test again; look for other programs that log in with this account.")
    {
        MayPass = true,
        Microsoft365Step = "Wait a few minutes and test again; Microsoft 365 takes three connections of a mailbox at a time and 30 messages a minute.",
    };

    /// <summary>The server cannot tell now.</summary>
    public static readonly FindingCode AuthenticateUnavailable = new("Authenticate.Unavailable", FindingKind.Server,
        "The server cannot serve this account at the moment.",
        "Test again in a few minutes; if it persists, ask the server's administrator to look at its authentication service and its mail store.")
    {
        MayPass = true,
    };

    /// <summary>The login was taken and is useless.</summary>
    public static readonly FindingCode MailboxNotConnected = new("Mailbox.NotConnected", FindingKind.Server,
        "The login was taken, and yet the mailbox cannot be opened.",
        "Check that the mailbox exists, and that this account may open it over this protocol.")
    {
        Microsoft365Step = "Check that the mailbox exists and has a licence, that IMAP is switched on for it (Get-CASMailbox), and that the user may open it.",
        Microsoft365TokenStep = "Check the mailbox name, and give the application's service principal the mailbox (New-ServicePrincipal with the Object ID of the Enterprise application, then Add-MailboxPermission -AccessRights FullAccess).",
    };

    /// <summary>No such mailbox.</summary>
    public static readonly FindingCode MailboxNotFound = new("Mailbox.NotFound", FindingKind.Server,
        "The mailbox does not exist.",
        "Check the spelling of the mailbox's address.");

    /// <summary>Graph does not answer. Value: its host. Detail: what was seen.</summary>
    public static readonly FindingCode MailboxGraphUnreachable = new("Mailbox.GraphUnreachable", FindingKind.Server,
        "Microsoft Graph at {value} cannot be asked: {detail}",
        "Let this machine reach it over https (port 443), by the system's proxy or one given with -Proxy ('--proxy'), and test again.")
    {
        MayPass = true,
    };
}
