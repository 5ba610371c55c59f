using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Postfix: its restrictions and SASL messages, which many other servers imitate.</summary>
internal static class PostfixReplies
{
    private const string Settings = "https://www.postfix.org/postconf.5.html#";
    private const string Checks = "https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd_check.c";
    private const string Smtpd = "https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd.c";
    private const string Sasl = "https://www.postfix.org/SASL_README.html";
    private const string Postscreen = "https://www.postfix.org/POSTSCREEN_README.html";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Postfix (restrictions)", Checks,
            new("450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]", ReverseNameMissing, "cannot find your reverse hostname", "cannot find your hostname") { Source = Settings + "reject_unknown_reverse_client_hostname" },
            new("554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied", LoginRequired, "client host rejected: access denied") { Where = Anonymous, Source = Settings + "smtpd_client_restrictions" },
            new("554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied", AddressRefused, "client host rejected") { IsGeneral = true, Source = Settings + "check_client_access" },
            new("504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname", NameRefused, "helo command rejected") { Source = Settings + "reject_non_fqdn_helo_hostname" },
            new("554 5.7.1 Service unavailable; Helo command [localhost] blocked using dbl.spamhaus.org", NameRefused, "helo command * blocked using", "helo domain is listed") { Source = Settings + "reject_rhsbl_helo" },
            new("554 5.7.1 Service unavailable; Sender address [app@contoso.example] blocked using dbl.spamhaus.org", SenderRefused, "sender address * blocked using", "mailfrom domain is listed") { Source = Settings + "reject_rhsbl_sender" },
            new("554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.7", AddressListed, "blocked using", "blocked by * using", "listed at *.spamhaus.org") { Source = Settings + "reject_rbl_client" },
            new("530 5.7.0 Must issue a STARTTLS command first", TlsRequired, "must issue a starttls", "must issue starttls", "starttls command first", "starttls is required", "session encryption is required") { Source = Settings + "smtpd_tls_security_level" },
            new("553 5.7.1 <sales@contoso.example>: Sender address rejected: not owned by user app@contoso.example", SenderNotOwned, "not owned by") { At = Delivery, Source = Settings + "reject_sender_login_mismatch" },
            new("553 5.7.1 <sales@contoso.example>: Sender address rejected: not logged in", LoginRequired, "sender address rejected: not logged in") { Source = Settings + "reject_sender_login_mismatch" },
            new("554 5.7.1 <sales@contoso.example>: Sender address rejected: Access denied", SenderNeedsLogin, "sender address rejected: access denied") { Where = Anonymous, Source = "https://github.com/Mailu/Mailu/issues/656" },
            new("554 5.7.1 <sales@contoso.example>: Sender address rejected: Access denied", SenderListed, "sender address rejected: access denied") { Source = Settings + "check_sender_access" },
            new("450 4.1.8 <app@contoso.invalid>: Sender address rejected: Domain not found", SenderDomainUnknown, "sender address rejected: domain not found", "sender address rejected: malformed dns") { Source = Settings + "reject_unknown_sender_domain" },
            new("504 5.5.2 <app>: Sender address rejected: need fully-qualified address", SenderRefused, "sender address rejected: need fully-qualified address") { Source = Settings + "reject_non_fqdn_sender" },
            new("450 4.1.7 <app@contoso.example>: Sender address rejected: unverified address: Address verification in progress", Greylisted, "address verification in progress") { Source = "https://www.postfix.org/ADDRESS_VERIFICATION_README.html" },
            new("550 5.1.7 <app@contoso.example>: Sender address rejected: undeliverable address: User unknown", SenderRefused, "sender address rejected") { Source = Settings + "reject_unverified_sender" },
            new("454 4.7.1 <someone@example.com>: Relay access denied", RelayDenied, "relay access denied") { Source = Settings + "reject_unauth_destination" },
            new("450 4.2.0 <someone@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html", Greylisted, "greylist", "graylist") { Source = "https://postgrey.schweikert.ch/" },
            new("550 5.1.1 <someone@example.com>: Recipient address rejected: User unknown in virtual mailbox table", RecipientUnknown, "recipient address rejected: user unknown", "recipient address rejected: undeliverable address", "unknown in virtual", "unknown in local recipient table", "unknown in relay recipient table") { Source = Settings + "reject_unlisted_recipient" },
            new("450 4.1.2 <someone@example.invalid>: Recipient address rejected: Domain not found", RecipientUnknown, "recipient address rejected: domain not found", "recipient address rejected: need fully-qualified address") { Source = Settings + "reject_unknown_recipient_domain" },
            new("554 5.7.1 <someone@example.com>: Recipient address rejected: Access denied", LoginRequired, "recipient address rejected: access denied") { Where = Anonymous, Source = "https://www.postfix.org/SMTPD_ACCESS_README.html" },
            new("552 5.3.4 Message size exceeds fixed limit", TooLarge, "message size exceeds") { Source = Settings + "message_size_limit" },
            new("451 4.3.0 <someone@example.com>: Temporary lookup failure", ServerFault, "temporary lookup failure", "temporary lookup error"),
            new("451 4.3.5 Server configuration error", ServerFault, "server configuration error", "server configuration problem"),
            new("452 4.3.1 Insufficient system storage", ServerFault, "insufficient system storage", "queue file write error", "mail system error", "server local data error", "insufficient disk space")),
        new("Postfix (connections, TLS and logins)", Smtpd,
            new("421 4.7.0 mail.contoso.example Error: too many connections from 203.0.113.7", TooManyConnections, "error: too many connections from", "too many new tls sessions", "all server ports are busy") { Source = Settings + "smtpd_client_connection_count_limit" },
            new("450 4.7.1 Error: too many AUTH commands from 203.0.113.7", Throttled, "too many auth commands") { Source = Settings + "smtpd_client_auth_rate_limit" },
            new("450 4.7.1 Error: too much mail from 203.0.113.7", SendingLimit, "too much mail from", "too many recipients from") { Source = Settings + "smtpd_client_message_rate_limit" },
            new("421 4.7.0 mail.contoso.example Error: too many errors", Throttled, "error: too many errors") { Source = Settings + "smtpd_hard_error_limit" },
            new("454 4.7.0 TLS not available due to local problem", TlsUnavailable, "tls not available") { Source = "https://www.postfix.org/TLS_README.html" },
            new("504 5.5.4 Encryption required for requested authentication mechanism", TlsRequired, "encryption required for requested authentication mechanism") { Source = Settings + "smtpd_tls_auth_only" },
            new("503 5.5.1 Error: authentication not enabled", LoginNotAllowedHere, "authentication not enabled") { Source = Settings + "smtpd_sasl_auth_enable" },
            new("535 5.7.8 Error: authentication failed: no mechanism available", MechanismBroken, "no mechanism available", "no worthy mechs found", "authentication failed: generic failure") { Source = Sasl },
            new("454 4.7.0 Temporary authentication failure: Connection lost to authentication server", LoginUnavailable, "temporary authentication failure", "connection lost to authentication server") { Source = Sasl },
            new("535 5.7.8 Error: authentication failed: (reason unavailable)", WrongCredentials, "authentication failed: (reason unavailable)") { Source = Sasl },
            new("535 5.7.8 Error: authentication failed: authentication failure", WrongCredentials, "error: authentication failed") { IsGeneral = true, Source = Sasl },
            new("550 5.7.0 Error: insufficient authorization", AddressRefused, "insufficient authorization"),
            new("450 4.3.2 Service currently unavailable", Greylisted, "service currently unavailable") { At = Opening | Delivery, Source = Postscreen },
            new("554 mail.contoso.example ESMTP not accepting connections", AddressRefused, "not accepting connections")),
    ];
}
