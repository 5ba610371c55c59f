using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>
/// Sendmail, OpenSMTPD, Courier, Haraka, Nodemailer's smtp-server, hMailServer, Kerio Connect, MDaemon, Proton Mail Bridge,
/// qmail.
/// </summary>
internal static class OtherServerReplies
{
    private const string Sendmail = "https://github.com/Distrotech/sendmail/blob/master/cf/m4/proto.m4";
    private const string SendmailServer = "https://github.com/Distrotech/sendmail/blob/master/sendmail/srvrsmtp.c";
    private const string OpenSmtpd = "https://github.com/OpenSMTPD/OpenSMTPD/blob/master/usr.sbin/smtpd/smtp_session.c";
    private const string CourierSubmit = "https://github.com/svarshavchik/courier/blob/master/courier/courier/submit.C";
    private const string CourierEsmtp = "https://github.com/svarshavchik/courier/tree/master/courier/courier/module.esmtp";
    private const string Haraka = "https://github.com/haraka/Haraka/blob/master/connection.js";
    private const string HMailServer = "https://github.com/hmailserver/hmailserver/blob/master/hmailserver/source/Server/SMTP/SMTPConnection.cpp";
    private const string QmailSmtpd = "https://github.com/notqmail/notqmail/blob/main/qmail-smtpd.c";
    private const string Reasons = "https://github.com/sisimai/p5-sisimai/tree/master/lib/Sisimai/Reason";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Sendmail and Kerio Connect", Sendmail,
            new("550 5.7.1 <someone@example.com>... Relaying denied. IP name lookup failed [203.0.113.7]", ReverseNameMissing, "ip name lookup failed", "fix reverse dns for"),
            new("550 5.7.1 <someone@example.com>... Relaying denied. Proper authentication required.", LoginRequired, "proper authentication required") { Where = Anonymous },
            new("550 5.7.1 <someone@example.com>... Relaying denied", RelayDenied, "relaying denied", "relaying to * denied"),
            new("553 5.1.8 <app@contoso.invalid>... Domain of sender address app@contoso.invalid does not exist", SenderDomainUnknown, "domain of sender address", "without a valid sender domain"),
            new("553 5.5.4 <app>... Domain name required for sender address app", SenderRefused, "domain name required for sender address"),
            new("421 4.3.2 Connection rate limit exceeded.", TooManyConnections, "connection rate limit exceeded", "too many open connections"),
            new("503 5.3.3 AUTH not available", LoginNotAllowedHere, "auth not available") { At = Login, Source = SendmailServer },
            new("504 5.3.3 AUTH mechanism PLAIN not available", MechanismUnknown, "auth mechanism * not available") { At = Login, Source = SendmailServer },
            new("501 Invalid domain name", NameRefused, "invalid domain name") { At = Opening | Delivery, Source = SendmailServer },
            new("550 5.7.1 Mailbox disabled for this recipient", RecipientDisabled, "mailbox disabled for this recipient")),
        new("OpenSMTPD", OpenSmtpd,
            new("550 Invalid recipient: <someone@example.com>", RelayDenied, "invalid recipient") { At = Recipient, Where = Anonymous | ForeignRecipient, Source = "https://github.com/poolpOrg/poolp.org/issues/17" },
            new("530 5.5.1 Invalid command: Must issue an AUTH command first", LoginRequired, "must issue an auth command first"),
            new("503 5.5.1 Invalid command: Command not supported", LoginNotAllowedHere, "command not supported", "command not allowed at this point") { At = Login, Source = "https://github.com/lukevella/rallly/issues/46" },
            new("501 5.5.1 Invalid command: EHLO requires domain name", NameRefused, "requires domain name") { At = Hello },
            new("504 5.7.4 Security features not supported: AUTH method \"LOGIN\" unsupported", MechanismUnknown, "auth method * unsupported"),
            new("550 5.7.1 Delivery not authorized, message refused: Message is not RFC 2822 compliant", MessageMalformed, "message is not rfc 2822 compliant")),
        new("Courier", CourierSubmit,
            new("517 Sender rejected: app@contoso.example", SenderRefused, "sender rejected:") { Code = 517, At = Delivery },
            new("517 Domain does not exist: contoso.invalid", SenderDomainUnknown, "domain does not exist") { Code = 517, At = Delivery },
            new("534 SIZE=Message too big.", TooLarge, "message too big") { At = Delivery, Source = CourierEsmtp },
            new("523 Message length (3000000 bytes) exceeds administrative limit.", TooLarge, "exceeds administrative limit")),
        new("smtp-server of Nodemailer", "https://github.com/nodemailer/smtp-server",
            new ReplyRule("421 mail.contoso.example Too many connected clients, try again in a moment", TooManyConnections, "too many connected clients")),
        new("Haraka", Haraka,
            new("550 I cannot deliver mail for <someone@example.com>", RelayDenied, "i cannot deliver mail for"),
            new("501 HELO requires domain/address - see RFC-2821 4.1.1.1", NameRefused, "helo requires domain", "ehlo requires domain"),
            new("451 Bare line-feed; see http://haraka.github.io/barelf/", MessageMalformed, "bare line-feed", "bare lf", "bare newline"),
            new("554 Transaction failed due to too many MIME parts", MessageMalformed, "too many mime parts")),
        new("hMailServer", HMailServer,
            new("530 SMTP authentication is required.", LoginRequired, "smtp authentication is required"),
            new("530 A SSL/TLS-connection is required for authentication.", TlsRequired, "ssl/tls-connection is required"),
            new("550 Delivery is not allowed to this address.", RelayDenied, "delivery is not allowed to this address"),
            new("501 EHLO Invalid domain address.", NameRefused, "ehlo invalid domain", "helo invalid domain"),
            new("535 Authentication failed. Too many invalid logon attempts.", Throttled, "too many invalid logon attempts"),
            new("451 Please try again later.", Greylisted, "please try again later") { At = Recipient, Code = 451 }),
        new("MDaemon and MailEnable", Reasons,
            new("550 5.7.1 Backscatter Protection detected an invalid or expired email address", RecipientRefused, "backscatter protection detected"),
            new("553 Mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator", LoginRequired, "requires authentication when attempting to send")),
        new("Proton Mail Bridge", "https://github.com/shenxn/protonmail-bridge-docker/issues/28",
            new("451 4.0.0 backend: invalid return path: not owned by user", SenderNotOwned, "invalid return path"),
            new("454 4.7.0 invalid username or password", WrongCredentials, "invalid username or password", "invalid user name or password") { At = Login, Source = "https://github.com/ProtonMail/proton-bridge/blob/master/internal/services/smtp/smtp_backend.go" },
            new("NO no such user", WrongCredentials, "no such user") { At = Login, Source = "https://github.com/ProtonMail/proton-bridge" }),
        new("qmail", QmailSmtpd,
            new("553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", RelayDenied, "list of allowed rcpthosts"),
            new("553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)", SenderRefused, "badmailfrom"),
            new("451 qq trouble in home directory (#4.3.0)", ServerFault, "qq trouble", "qq temporary problem") { Source = "https://github.com/notqmail/notqmail/blob/main/qmail.c" }),
    ];
}
