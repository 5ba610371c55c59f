using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Sending services.</summary>
internal static class SendingServiceReplies
{
    private const string Ses = "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html";
    private const string SesErrors = "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html";
    private const string SendGrid = "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting";
    private const string Mailgun = "https://help.mailgun.com/hc/en-us/articles/217531258-Authorized-Recipients";
    private const string Postmark = "https://postmarkapp.com/developer/api/overview#error-codes";
    private const string Brevo = "https://help.brevo.com/hc/en-us/articles/115000188150-Troubleshooting-issues-with-Brevo-SMTP";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Amazon SES", Ses,
            new("554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: someone@example.com", RecipientNotVerified, "email address is not verified") { Where = RecipientNamed, Source = SesErrors },
            new("554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: app@contoso.example", SenderNotVerified, "email address is not verified") { Source = SesErrors },
            new("554 Access denied: User `arn:aws:iam::123456789012:user/ses-smtp-user' is not authorized to perform `ses:SendRawEmail' on resource `arn:aws:ses:us-east-1:123456789012:identity/contoso.example'", NotAuthorized, "is not authorized to perform"),
            new("554 Message rejected: Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.", AccountBlocked, "sending suspended for this account", "sending paused for this account") { Source = SesErrors },
            new("535 Account not subscribed to SES", AccountBlocked, "account not subscribed to ses"),
            new("535 Authentication Credentials Invalid", WrongCredentials, "authentication credentials invalid") { IsGeneral = true },
            new("454 Throttling failure: Maximum sending rate exceeded.", SendingLimit, "throttling failure"),
            new("421 Too many concurrent SMTP connections", TooManyConnections, "too many concurrent smtp connections"),
            new("451 Temporary service failure", ServerFault, "temporary service failure")),
        new("SendGrid", SendGrid,
            new("550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements", SenderNotVerified, "verified sender identity"),
            new("403 You are not authorized to send from that email address", SenderNotVerified, "not authorized to send from that email address"),
            new("550 Unauthenticated senders not allowed", LoginRequired, "unauthenticated senders not allowed"),
            new("451 Authentication failed: Maximum credits exceeded", SendingLimit, "maximum credits exceeded"),
            new("535 Authentication failed: The provided authorization grant is invalid, expired, or revoked", WrongCredentials, "authorization grant is invalid") { Source = "https://github.com/sendgrid/docs/issues/3947" },
            new("535 Authentication failed: Authenticated user is not authorized to send mail", NotAuthorized, "user is not authorized to send mail") { Source = "https://www.twilio.com/docs/api/errors/60604" },
            new("421 all available IPs are at maximum connection limit", TooManyConnections, "at maximum connection limit")),
        new("Mailgun", Mailgun,
            new("554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings.", RecipientNotVerified, "sandbox subdomains are for test purposes"),
            new("421 Domain mg.contoso.example is not allowed to send: The domain is unverified and requires DNS configuration.", SenderNotVerified, "the domain is unverified") { Source = "https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify" },
            new("421 Domain sandbox123.mailgun.org is not allowed to send: Account disabled", AccountBlocked, "is not allowed to send:")),
        new("Postmark", Postmark,
            new("550 5.7.1 The 'From' address you supplied (app@contoso.example) is not a Sender Signature on your account. Please add and confirm this address in order to be able to use it in the 'From' field of your messages.", SenderNotVerified, "is not a sender signature", "sender signature not confirmed", "sender signature not found"),
            new("550 5.7.1 While your account is pending approval, all recipient addresses must share the same domain as the 'From' address.", RecipientNotVerified, "account is pending approval"),
            new("550 5.1.1 You tried to send to a recipient that has been marked as inactive. Inactive recipients are ones that have generated a hard bounce or a spam complaint.", RecipientDisabled, "marked as inactive")),
        new("Brevo", Brevo,
            new("525 5.7.1 Unauthorized IP address", AddressRefused, "unauthorized ip address"),
            new("502 5.7.0 Your SMTP account is not yet activated. Contact us at contact@brevo.com to request activation.", AccountBlocked, "account is not yet activated"),
            new("550 5.7.1 Sending has been rejected because the sender you used app@contoso.example is not valid. Validate your sender or authenticate your domain", SenderNotVerified, "the sender you used")),
        new("Mailtrap", "https://github.com/easy-swoole/smtp/issues/21",
            new ReplyRule("550 5.7.0 Requested action not taken: too many emails per second", SendingLimit, "too many emails per second")),
        new("SMTP2GO", "https://support.smtp2go.com/hc/en-gb/articles/223087627",
            new("550 that IP address is not allowed to send", AddressRefused, "ip address is not allowed to send") { Source = "https://github.com/gophish/gophish/issues/1701" },
            new("550 that sender domain is not verified", SenderNotVerified, "sender domain is not verified", "sender domain not verified", "sender email address is not verified")),
        new("Filters before a server", "https://smtp.codes/mimecast",
            new("451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451", RelayDenied, "open relay not allowed"),
            new("553 you are trying to use me [server-1.messagelabs.com] as a relay, but I have not been configured to let you [203.0.113.7, mail.contoso.example] do this.", RelayDenied, "trying to use me", "to let you * do this") { Source = "https://smtp.codes/emailsecuritycloud" },
            new("550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550", RecipientRefused, "envelope blocked", "envelope rejected"),
            new("550 Rejected by header based Anti-Spoofing policy: app@contoso.example - https://community.mimecast.com/docs/DOC-1369#550", SenderRefused, "anti-spoofing policy", "rejecting spoofed message"),
            new("554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554", TakenForSpam, "rejected due to security policies"),
            new("450 Requested action aborted [9] 21203-1, please visit https://knowledge.broadcom.com/external/article?legacyId=TECH246726 for more details about this error message.", RecipientBusy, "legacyid=tech246726") { Source = "https://smtp.codes/emailsecuritycloud" },
            new("553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)", TakenForSpam, "message filtered") { Source = "https://smtp.codes/emailsecuritycloud" },
            new("422 License Expired", ServerFault, "license expired") { Source = "https://smtp.codes/barracuda" }),
    ];
}
