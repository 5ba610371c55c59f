using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>QQ, NetEase (163, 126, yeah.net), Alibaba and the Coremail servers of many others.</summary>
internal static class ChineseProviderReplies
{
    private const string Qq = "https://service.mail.qq.com/detail/122/66";
    private const string QqField = "https://smtp.codes/qq";
    private const string NetEase = "https://github.com/xuxueli/xxl-job/issues/3858";
    private const string Codes = "http://mail.163.com/help/help_spam_16.htm";
    private const string Coremail = "https://www.icoremail.vip/support/index.php?cate_id=84";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("QQ Mail", Qq,
            new("535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256", AuthorizationCode, "authorization code") { Source = "https://github.com/YMFE/yapi/issues/2219" },
            new("535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256", AuthorizationCode, "授权码", "授權碼") { Source = "https://github.com/pandolia/qqbot/issues/221" },
            new("535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023", CredentialsOrSwitch, "service is not open") { Source = "https://github.com/chengazhen/cursor-auto-free/issues/294" },
            new("501 mail from address must be same as authorization user", SenderNotOwned, "must be same as authorization user") { Source = "https://github.com/nodeSolidServer/node-solid-server/issues/1281" },
            new("550 Sender frequency limited. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000723", SendingLimit, "frequency limited") { Source = QqField },
            new("550 Suspected spam ip. https://service.mail.qq.com/detail/122/66", AddressListed, "suspected spam ip", "suspected bounce attacks"),
            new("550 Connection denied. https://service.mail.qq.com/detail/122/170", AddressRefused, "connection denied"),
            new("550 DMARC check failed http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001508&&id=16.", DomainNotAuthenticated, "dmarc check failed", "spf check failed") { Source = QqField },
            new("550 Mail content denied. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726", TakenForSpam, "mail content denied", "suspected spam") { Source = QqField },
            new("550 Mailbox not found. http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728", RecipientUnknown, "mailbox not found") { Source = QqField },
            new("550 Mailbox unavailable or access denied", RecipientDisabled, "mailbox unavailable or access deni") { Source = QqField },
            new("550 Mail is rejected by recipients", RecipientRefused, "rejected by recipients") { Source = QqField }),
        new("NetEase (163, 126, yeah.net)", NetEase,
            new("NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", ClientNotIdentified, "unsafe login") { Source = "https://github.com/mscdex/node-imap/issues/908" },
            new("553 Mail from must equal authorized user", SenderNotOwned, "mail from must equal authorized user"),
            new("550 User has no permission", ProtocolOff, "user has no permission"),
            new("451 Requested mail action not taken: too much fail authentication", Throttled, "too much fail authentication") { Source = Codes },
            new("421 HL:ICC 163 mx9,see http://mail.163.com/help/help_spam_16.htm", TooManyConnections, "hl:icc") { Source = Codes },
            new("421 HL:REP 163 mx9,see http://mail.163.com/help/help_spam_16.htm", AddressListed, "hl:rep", "hl:ifc", "hl:mep", "dt:rbl") { Source = Codes },
            new("450 WM:BLI 163 mx9", AddressRefused, "wm:bli") { Source = Codes },
            new("451 MI:SFQ 163 smtp5", SendingLimit, "mi:sfq", "mi:dmc", "rp:drc") { Source = Codes },
            new("554 DT:SPM 163 smtp5,DdGowAA3 please see http://mail.163.com/help/help_spam_16.htm", TakenForSpam, "dt:spm") { Source = Codes }),
        new("Alibaba Mail", "https://github.com/outline/outline/issues/7929",
            new ReplyRule("440 mail from account doesn't conform with authentication (Auth Account:app@contoso.example|Mail Account:sales@contoso.example)", SenderNotOwned, "conform with authentication")),
        new("Coremail", Coremail,
            new("553 Requested action not taken: Local user only", LoginRequired, "local user only") { Where = Anonymous, Source = Codes },
            new("553 Requested action not taken: Local user only", SenderNotOwned, "local user only") { Where = LoggedIn, Source = Codes },
            new("553 Requested action not taken: Local user only", SenderRefused, "local user only") { Source = Codes },
            new("554 IP is rejected, smtp auth error limit exceed", AddressRefused, "ip is rejected", "ip in blacklist", "hl:ihu", "hl:ipb") { Source = Codes },
            new("550 User suspended", RecipientDisabled, "user suspended") { At = Recipient, Source = Codes },
            new("553 relay check local fail", LoginRequired, "relay check local fail") { Source = "https://blog.sina.com.cn/s/blog_8dc13ec50101fxxr.html" },
            new("553 host denies relay", RelayDenied, "host denies relay") { Source = "https://blog.sina.com.cn/s/blog_8dc13ec50101fxxr.html" },
            new("555 helohost error.", NameRefused, "helohost error") { Source = "https://blog.sina.com.cn/s/blog_8dc13ec50101fxxr.html" },
            new("550 black ip.", AddressListed, "black ip", "rbl deny") { Source = "https://blog.sina.com.cn/s/blog_8dc13ec50101fxxr.html" }),
    ];
}
