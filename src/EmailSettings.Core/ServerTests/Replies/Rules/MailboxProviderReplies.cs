using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Yahoo, iCloud, Zoho, and German and French providers.</summary>
internal static class MailboxProviderReplies
{
    private const string Yahoo = "https://senders.yahooinc.com/smtp-error-codes/";
    private const string YahooField = "https://smtp.codes/yahoo";
    private const string Apple = "https://smtp.codes/apple";
    private const string Zoho = "https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html";
    private const string Gmx = "https://postmaster.gmx.net/en/error-messages";
    private const string Orange = "https://smtp.codes/orange";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Yahoo and AOL", Yahoo,
            new("421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes", AddressListed, "deferred due to unexpected volume or user complaints", "will be permanently deferred"),
            new("553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.7, because the ip is in Spamhaus's list", AddressListed, "connections will not be accepted from", "connections not accepted from ip addresses") { Source = YahooField },
            new("554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes", TakenForSpam, "not accepted for policy reasons") { Source = YahooField },
            new("550 Request failed; Mailbox unavailable", SenderNotOwned, "request failed; mailbox unavailable") { At = Sender | Message, Where = ForeignSender, Source = "https://github.com/mattermost/mattermost/issues/13652" },
            new("554 6.6.0 Error sending message for delivery.", SenderNotOwned, "error sending message for delivery") { At = Message, Where = ForeignSender, Source = "https://github.com/jstedfast/MailKit/issues/1855" },
            new("421 Max message per connection reached, closing transmission channel", SendingLimit, "max message per connection reached") { Source = YahooField },
            new("451 example.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.1].", ServerFault, "resources temporarily unavailable") { Source = YahooField },
            new("554 delivery error: dd This user doesn't have a yahoo.com account (someone@yahoo.com) [-9]", RecipientUnknown, "this user doesn't have a", "is no longer valid") { Source = YahooField },
            new("554 delivery error: dd Sorry, your message to someone@yahoo.com cannot be delivered. This mailbox is disabled (554.30).", RecipientDisabled, "this mailbox is disabled") { Source = YahooField }),
        new("iCloud", Apple,
            new("550 5.7.0 From address is not one of your addresses.", SenderNotOwned, "is not one of your addresses") { Source = "https://github.com/TryGhost/Ghost/issues/17012" },
            new("550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137", TakenForSpam, "rejected due to local policy"),
            new("421 4.7.1 Messages to someone@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137", SendingLimit, "deferred due to excessive volume"),
            new("550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=203.0.113.7", AddressListed, "blocked - see http", "refused - see http") { Source = "https://support.proofpoint.com/dnsbl-lookup.cgi" },
            new("550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/", TakenForSpam, "having a domain present in the spamhaus")),
        new("Zoho Mail", Zoho,
            new("553 Relaying disallowed as contact@contoso.example", SenderNotOwned, "relaying disallowed as") { Source = "https://github.com/mattermost/mattermost/issues/13224" },
            new("553 Relaying disallowed", RelayDenied, "relaying disallowed") { Source = "https://smtp.codes/zoho" },
            new("554 5.1.8 Email Outgoing Blocked", AccountBlocked, "email outgoing blocked", "sender address blocked") { Source = "https://help.zoho.com/portal/en/community/topic/issue-with-outgoing-mail" },
            new("550 5.4.6 Unusual sending activity detected. Please try after sometime", AccountBlocked, "unusual sending activity detected") { Source = "https://help.zoho.com/portal/en/community/topic/unable-to-send-message-reason-550-5-4-6-unusual-sending-activity-detected" },
            new("NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)", ProtocolOff, "yet to enable imap", "enable imap for your account") { Source = "https://www.zoho.com/mail/help/imap-access.html" },
            new("552 5.7.1 virus Win.Test.EICAR_HDB-1 detected by Zoho Mail", ContentForbidden, "virus * detected by zoho"),
            new("554 5.2.0 Email size exceeded the policy.", TooLarge, "email size exceeded the policy")),
        new("GMX, web.de, mail.com and IONOS", Gmx,
            new("554 gmx.net (mxgmx017) Nemesis ESMTP Service not available No SMTP service Bad DNS PTR resource record. For explanation visit https://postmaster.gmx.net/en/case?c=r0103", ReverseNameMissing, "bad dns ptr resource record"),
            new("554 gmx.net (mxgmx104) Nemesis ESMTP Service not available No SMTP service IP address is block listed. For explanation visit https://postmaster.gmx.net/en/case?c=r0201", AddressListed, "ip address is block listed", "ip address is black listed"),
            new("550 Reject due to policy restrictions (IP based)", AddressListed, "policy restrictions (ip based)") { Source = "https://smtp.codes/webde" },
            new("550 Requested action not taken: mailbox unavailable Sender address is not allowed.", SenderNotOwned, "sender address is not allowed") { Source = "https://github.com/hpi-swt2/sport-portal/issues/462" },
            new("550 Invalid DNS MX or A/AAAA resource record", SenderDomainUnknown, "invalid dns mx or a/aaaa resource record") { Source = "https://smtp.codes/webde" },
            new("550 Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner", DomainNotAuthenticated, "reject due to spf policy") { Source = "https://smtp.codes/webde" },
            new("550 Requested action not taken: mailbox unavailable Reject due to policy restrictions.", TakenForSpam, "reject due to policy"),
            new("421 Rate limit reached. Please try again later", SendingLimit, "rate limit reached"),
            new("552 Requested mail action aborted: exceeded storage allocation Quota exceeded.", MailboxFull, "exceeded storage allocation")),
        new("T-Online", "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Reason/BadReputation.pm",
            new ReplyRule("554 IP=203.0.113.7 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)", AddressListed, "none/bad reputation")),
        new("Orange, SFR and Free", Orange,
            new("550 mwinf5c14 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102", AddressListed, "adresse ip source bloquee", "blocked for spamming"),
            new("550 5.5.0 Authentification requise. Authentication Required. OFR_402", LoginRequired, "authentification requise") { Source = "https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/" },
            new("550 5.7.0 Code d'authentification invalide OFR_305", WrongCredentials, "authentification invalide") { Source = "https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/" },
            new("501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]", SenderRefused, "emetteur invalide"),
            new("552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]", MailboxFull, "boite du destinataire pleine"),
            new("550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]", RecipientUnknown, "destinataire invalide"),
            new("421 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR_104", TooManyConnections, "trop de connexions") { Source = "https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/" },
            new("550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", TakenForSpam, "mail rejete"),
            new("550 Too many spams from your IP (203.0.113.7), please visit http://postmaster.free.fr/", AddressListed, "too many spams from your ip", "too many errors from your ip") { Source = "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Reason/Blocked.pm" }),
    ];
}
