using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Yandex, mail.ru and Rambler.</summary>
internal static class RussianProviderReplies
{
    private const string Yandex = "https://yandex.com/support/mail/mail-clients/others.html";
    private const string YandexField = "https://smtp.codes/yandex";
    private const string MailRu = "https://help.mail.ru/mail/mailer/popsmtp";
    private const string MailRuField = "https://smtp.codes/mailru";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Yandex", Yandex,
            new("530 5.7.7 Email sending without SSL/TLS encryption is not allowed. Please see: http://help.yandex.ru/mail/mail-clients/ssl.xml", TlsRequired, "without ssl/tls encryption is not allowed") { Source = "https://github.com/PHPMailer/PHPMailer/issues/283" },
            new("535 5.7.8 Error: authentication failed: This user does not have access rights to this service", ProtocolOff, "does not have access rights to this service"),
            new("535 5.7.8 Error: authentication failed: Your message looks like spam. You need to use web for sending or prove you are not a robot using the following link http://ya.cc/1IrBc", BrowserSignIn, "prove you are not a robot", "need to use web for sending") { Source = "https://github.com/higty/higlabo/pull/17" },
            new("NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled", CredentialsOrSwitch, "or imap is disabled", "or pop3 is disabled") { Source = "https://github.com/Foundry376/Mailspring/issues/904" },
            new("553 5.7.1 Sender address rejected: not owned by auth user.", SenderNotOwned, "not owned by auth user"),
            new("550 5.7.1 No such user!", RecipientUnknown, "no such user!") { At = Recipient, Source = YandexField },
            new("554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc", TakenForSpam, "rejected under suspicion of spam") { Source = YandexField },
            new("550 5.7.1 Policy rejection on the target address", RecipientRefused, "policy rejection on the target address") { Source = YandexField },
            new("450 4.2.1 The recipient has exceeded message rate limit. Try again later.", RecipientBusy, "recipient has exceeded message rate limit") { Source = YandexField },
            new("451 4.7.1 Sorry, the service is currently unavailable. Please come back later.", ServerFault, "service is currently unavailable. please come back later") { Source = YandexField }),
        new("mail.ru", MailRu,
            new("535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED", AppPassword, "parol prilozheniya") { Source = "https://github.com/lmanukyan/print-designer/issues/5" },
            new("550 not local sender over smtp", SenderNotOwned, "not local sender over smtp"),
            new("503 Administrative prohibition -- authorization required. Users in your domain are not allowed to send email without authorization. See http://help.mail.ru/mail-help/mailer/popsmtp for details.", LoginRequired, "authorization required", "send email without authorization") { Source = "https://pastebin.com/xDPN2fTF" },
            new("550 SMTP is available only with SSL or TLS connection enabled", TlsRequired, "only with ssl or tls connection"),
            new("550 message sending for this account is disabled", AccountBlocked, "message sending for this account is disabled") { Source = "https://mailout.ru/2015/09" },
            new("550 We do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please get a custom reverse DNS name from your ISP for your host", ReverseNameMissing, "generic dns ptr-records", "custom reverse dns name") { Source = "https://github.com/sisimai/p5-sisimai/tree/master/lib/Sisimai/Reason" },
            new("550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=7y4ytd", TakenForSpam, "spam message rejected") { Source = MailRuField },
            new("550 Message was not accepted -- invalid mailbox. Local mailbox someone@mail.ru is unavailable: account is disabled", RecipientDisabled, "invalid mailbox. local mailbox * account is disabled") { Source = MailRuField },
            new("550 Message was not accepted -- invalid mailbox. Local mailbox someone@mail.ru is unavailable: user not found", RecipientUnknown, "invalid mailbox. local mailbox * user not found") { Source = MailRuField },
            new("451 Ratelimit exceeded for mailbox. Try again later.", SendingLimit, "ratelimit exceeded")),
        new("Rambler", "https://smtp.codes/rambler",
            new ReplyRule("540 5.7.1 <someone@rambler.ru>: recipient address rejected: Inactive", RecipientDisabled, "recipient address rejected: inactive", "recipient address rejected: blocked")),
    ];
}
