using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Exchange Online, Outlook.com and Exchange Server.</summary>
internal static class MicrosoftReplies
{
    private const string Submission = "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission";
    private const string Devices = "https://learn.microsoft.com/exchange/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off";
    private const string Online = "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online";
    private const string Server = "https://learn.microsoft.com/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages";
    private const string OAuth = "https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth";
    private const string Blocked = "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/fix-error-code-5-7-700-through-5-7-750";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Exchange Online (logging in)", Submission,
            new("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.", WrongCredentials, "credentials were incorrect", "credentials are incorrect") { Enhanced = "x.7.139", Source = "https://github.com/codassassin/email-bomber-v2.0/issues/1" },
            new("535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", PolicyBlocks, "security defaults") { Source = "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2075" },
            new("535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.", PolicyBlocks, "did not meet the criteria to be authenticated", "conditional access", "authentication policy"),
            new("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.", LoginDisabled, "smtpclientauthentication is disabled") { Source = "https://github.com/simonrob/email-oauth2-proxy/issues/193" },
            new("535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", LoginDisabled, "basic authentication is disabled", "basic authentication is not supported") { Source = "https://github.com/rpremraj/mailR/issues/107" },
            new("535 5.7.139 Authentication unsuccessful", LoginDisabled) { Enhanced = "x.7.139", IsGeneral = true },
            new("432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.", TooManyConnections, "concurrent connections limit exceeded"),
            new("504 5.7.4 Unrecognized authentication type", MechanismUnknown, "unrecognized authentication type") { Source = Devices }),
        new("Exchange Online and Exchange Server (sending)", Online,
            new("530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM", LoginRequired) { Enhanced = "x.7.57", Source = Devices },
            new("550 5.7.1 Client was not authenticated", LoginRequired, "client was not authenticated", "client not authenticated") { Source = Server },
            new("550 5.7.60 SMTP; Client does not have permissions to send as this sender", SenderNotOwned, "permissions to send as this sender") { Source = Devices },
            new("554 5.2.252 SendAsDenied; app@contoso.example not allowed to send as sales@contoso.example; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied", SenderNotOwned, "sendasdenied", "not allowed to send as") { Source = "https://github.com/gophish/gophish/issues/2900" },
            new("550 5.7.64 TenantAttribution; Relay Access Denied", ConnectorMissing, "tenantattribution"),
            new("550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set", ConnectorMissing, "restrictdomainstoipaddresses", "tenantinboundattribution"),
            new("550 5.7.1 Unable to relay", RelayDenied, "unable to relay") { Source = Server },
            new("550 5.3.4 Requested action not taken; To continue sending messages, please sign in to your account.", BrowserSignIn, "please sign in to your account", "noticed some unusual activity in your") { Source = "https://github.com/nodemailer/smtp-connection/issues/37" },
            new("550 5.1.8 Access denied, bad outbound sender", AccountBlocked, "bad outbound sender"),
            new("550 5.7.501 Access denied, spam abuse detected", AccountBlocked, "spam abuse detected"),
            new("550 5.7.705 Access denied, tenant has exceeded threshold", SendingLimit, "tenant has exceeded threshold") { Source = Blocked },
            new("550 5.7.708 Access denied, traffic not accepted from this IP", AddressListed, "traffic not accepted from this ip") { Source = Blocked },
            new("550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains", SenderNotVerified, "from unregistered domain"),
            new("550 5.7.703 Your message can't be delivered because messages to someone@example.com are blocked by your organization using Tenant Allow Block List.", RecipientRefused, "using tenant allow block list") { Source = Blocked },
            new("550 5.7.606 Access denied, banned sending IP [203.0.113.7]", AddressListed, "banned sending ip"),
            new("550 5.7.511 Access denied, banned sender", AddressListed, "access denied, banned sender"),
            new("550 5.7.513 Service unavailable, Client host [203.0.113.7] blocked by contoso.example using Customer Block list (AS16012607)", AddressListed, "using customer block list"),
            new("550 5.7.1 Unfortunately, messages from [203.0.113.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).", AddressListed, "is on our block list") { Source = "https://smtp.codes/outlook" },
            new("451 4.7.650 The mail server [203.0.113.7] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)", AddressListed, "rate limited due to ip reputation") { Source = "https://smtp.codes/outlook" },
            new("550 5.7.507 Access denied, rejected by recipient", AddressRefused, "access denied, rejected by recipient"),
            new("550 5.7.510 Access denied, contoso.example does not accept email over IPv6", AddressRefused, "does not accept email over ipv6"),
            new("550 5.7.25 Access denied, the sending IPv6 address [2001:db8::7] must have a reverse DNS record", ReverseNameMissing, "must have a reverse dns record"),
            new("550 5.7.506 Access Denied, Bad HELO", NameRefused, "bad helo"),
            new("501 5.5.4 Invalid domain name", NameRefused, "invalid domain name") { At = Hello, Source = Server },
            new("550 5.7.509 Access denied, sending domain contoso.example does not pass DMARC verification", DomainNotAuthenticated, "does not pass dmarc"),
            new("550 5.7.23 The message was rejected because of Sender Policy Framework violation", DomainNotAuthenticated, "sender policy framework"),
            new("550 5.7.133 Sender not authenticated for group", RecipientRefused, "sender not authenticated for", "sender was not authenticated"),
            new("550 5.7.124 Sender not in allowed-senders list", RecipientRefused, "not in allowed-senders list"),
            new("550 5.1.10 Recipient not found", RecipientUnknown, "recipientnotfound", "recipient not found", "exrecipnotfound"),
            new("550 5.4.1 Recipient address rejected: Access denied", RecipientUnknown, "recipient address rejected: access denied", "addresses rejected : access denied") { Enhanced = "x.4.1" },
            new("550 5.1.5 Recipient address reserved by RFC 2606", RecipientUnknown, "reserved by rfc 2606") { Source = Server },
            new("554 5.2.121 Recipient's per hour message receive limit from specific sender exceeded.", RecipientBusy, "per hour message receive limit", "recipient has exceeded their limit", "they can send to this recipient per hour", "recipient thread limit exceeded"),
            new("550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", SendingLimit, "daily limit for message recipients"),
            new("554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception with message The message can't be submitted because the sender's submission quota was exceeded.", SendingLimit, "submissionquotaexceeded", "submission quota"),
            new("432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded", Throttled, "sender thread limit exceeded"),
            new("421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel.", TooManyConnections, "maximum number of concurrent * connections", "concurrent connections per") { Source = "https://github.com/ActiveCampaign/smtp-field-manual/blob/master/data/codes/421.json" },
            new("452 4.3.1 Insufficient system resources", ServerFault, "insufficient system resources") { Source = Server },
            new("421 4.3.2 Service not available", ServerFault, "service not available", "service not active") { Enhanced = "x.3.2", Source = Server },
            new("451 4.7.0 Temporary server error. Please try again later. PRX2", ServerFault, "temporary server error") { Source = "https://smtp.codes/outlook" },
            new("451 4.7.500 Server busy. Please try again later from [203.0.113.7]. (AS761)", Throttled, "server busy. please try again later") { Source = "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/Microsoft.pm" },
            new("451 4.4.0 Message failed to be replicated: No healthy secondary server available to accept replica at this time.", ServerFault, "message failed to be replicated") { Source = "https://smtp.codes/outlook" },
            new("450 4.7.3 Organization queue quota exceeded.", SendingLimit, "organization queue quota exceeded") { Source = "https://smtp.codes/outlook" }),
        new("Exchange Online and Exchange Server (IMAP)", OAuth,
            new("NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.", BrowserSignIn, "login to your account via a web browser") { Source = "https://github.com/mscdex/node-imap/issues/799" },
            new("NO AUTHENTICATE failed.", WrongCredentials, "authenticate failed.", "login failed.") { At = Login, IsGeneral = true, Source = "https://github.com/jstedfast/MailKit/issues/1126" },
            new("BAD User is authenticated but not connected.", MailboxNotConnected, "authenticated but not connected") { Source = "https://github.com/jstedfast/MailKit/issues/1494" },
            new("BYE Session invalidated - AccessTokenExpired", TokenExpired, "accesstokenexpired", "access token expired") { Source = "https://github.com/iroco-co/aioimaplib/issues/83" },
            new("BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds", Throttled, "request is throttled", "suggested backoff time") { Source = "https://github.com/ikvk/imap_tools/issues/135" },
            new("NO Server Unavailable. 15", ServerFault, "server unavailable.") { Source = "https://github.com/lefcha/imapfilter/issues/146" }),
    ];
}
