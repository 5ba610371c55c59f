using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Gmail and Google Workspace.</summary>
internal static class GoogleReplies
{
    private const string Smtp = "https://support.google.com/a/answer/3726730";
    private const string Imap = "https://support.google.com/mail/answer/7126229";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Gmail and Google Workspace (SMTP)", Smtp,
            new("421 4.7.0 Try again later, closing connection. (EHLO) a1sm123456abc.1 - gsmtp", NameRefused, "closing connection* (ehlo)", "closing connection* (helo)") { Source = "https://github.com/calcom/cal.diy/issues/5254" },
            new("501 5.5.4 HELO/EHLO argument is invalid. https://support.google.com/mail/?p=helo", NameRefused, "helo/ehlo argument"),
            new("421 4.7.0 IP not in whitelist for RCPT domain, closing connection.", AddressRefused, "ip not in whitelist"),
            new("421 4.7.28 [203.0.113.7] Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.", AddressListed, "originating from your ip address", "mail sent from your ip address has been"),
            new("550 5.7.1 [203.0.113.7] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address.", AddressListed, "low reputation of the sending ip"),
            new("550 5.7.1 [203.0.113.7] The IP you're using to send mail is not authorized to send email directly to our servers. Use the SMTP relay at your service provider instead.", AddressRefused, "not authorized to send email directly"),
            new("550 5.7.25 [203.0.113.7] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP.", ReverseNameMissing, "does not have a ptr record", "ptr record setup", "guidelines regarding ptr records"),
            new("550 5.7.1 Invalid credentials for relay [203.0.113.7]. The IP address you've registered in your Workspace SMTP Relay service doesn't match the domain of the account this email is being sent from.", ConnectorMissing, "invalid credentials for relay"),
            new("550 5.7.0 Mail relay denied [203.0.113.7].", ConnectorMissing, "mail relay denied"),
            new("421 4.7.0 TLS required for RCPT domain, closing connection.", TlsRequired, "tls required for rcpt domain"),
            new("421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections.", TlsRequired, "senders to use tls"),
            new("530 5.7.0 Authentication Required. For more information, go to https://support.google.com/mail/?p=WantAuthError", LoginRequired, "wantautherror"),
            new("534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor", AppPassword, "application-specific password required"),
            new("534 5.7.14 Please log in through your web browser and then try again.", BrowserSignIn, "log in via your web browser", "log in through your web browser", "log in with your web browser"),
            new("535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials", WrongCredentials, "username and password not accepted", "badcredentials"),
            new("454 4.7.0 Too many login attempts, please try again later.", Throttled, "too many login attempts"),
            new("454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later.", LoginUnavailable, "cannot authenticate due to *temporary system problem"),
            new("550 5.7.0 Mail Sending denied. This error occurs if the sender account is disabled or not registered within your Google Workspace domain.", AccountBlocked, "mail sending denied"),
            new("450 4.2.1 Peak SMTP relay limit exceeded for customer.", SendingLimit, "smtp relay limit exceeded", "smtp relay sending limit exceeded"),
            new("550 5.4.5 Daily user sending limit exceeded.", SendingLimit, "user sending limit exceeded", "daily sending quota exceeded", "email quota exceeded"),
            new("450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.", RecipientBusy, "is receiving mail too quickly", "is receiving mail at a rate"),
            new("452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp", MailboxFull, "out of storage space", "tried to reach is over quota"),
            new("550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.", RecipientUnknown, "tried to reach does not exist"),
            new("550 5.2.1 The email account that you tried to reach is disabled.", RecipientDisabled, "tried to reach is disabled", "tried to reach is inactive"),
            new("553 5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors, and make sure you didn't enter any spaces, periods, or other punctuation after the recipient's email address.", RecipientUnknown, "able to find the recipient domain"),
            new("550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.", DomainNotAuthenticated, "authenticate with either spf or dkim", "sender is unauthenticated", "senders to authenticate", "domain's dmarc policy", "fails to pass spf", "fails to pass authentication checks"),
            new("550 5.7.1 [203.0.113.7] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.", TakenForSpam, "likely unsolicited mail", "low reputation of the sending domain", "due to the nature of the content"),
            new("550 5.7.1 [203.0.113.7] Messages missing a valid address in the From: header, or having no From: header, are not accepted.", MessageMalformed, "missing a valid address in", "is not rfc 5322 compliant", "missing a valid message-id"),
            new("552 5.7.0 This message was blocked because its content presents a potential security issue.", ContentForbidden, "presents a potential security issue", "illegal attachment"),
            new("552 5.2.3 Your message exceeded Google's message size limits.", TooLarge, "exceeded google's message size limits", "exceeds google's message size limit"),
            new("421 4.7.0 Temporary System Problem. Try again later.", ServerFault, "temporary system problem"),
            new("451 4.3.0 Mail server temporarily rejected message.", TryLater, "mail server temporarily rejected")),
        new("Gmail and Google Workspace (IMAP)", Imap,
            new("NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)", ProtocolOff, "not enabled for imap", "imap access is disabled") { At = Login },
            new("NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1] Web login required.", BrowserSignIn, "web login required") { Source = "https://github.com/barbushin/php-imap/issues/87" },
            new("NO [ALERT] Too many simultaneous connections. (Failure)", TooManyConnections, "too many simultaneous connections") { Source = "https://github.com/zone-eu/wildduck/issues/35" },
            new("NO [ALERT] Account exceeded command or bandwidth limits. (Failure)", Throttled, "exceeded command or bandwidth limits") { Source = "https://support.google.com/a/answer/1071518" },
            new("BYE Session expired, please login again.", TokenExpired, "session expired, please login again"),
            new("NO System Error (Failure)", ServerFault, "system error (failure)")),
    ];
}
