using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Exim itself, its default configuration, and cPanel's.</summary>
internal static class EximReplies
{
    private const string Smtp = "https://github.com/Exim/exim/blob/master/src/src/smtp_in.c";
    private const string Default = "https://github.com/Exim/exim/blob/master/src/src/configure.default";
    private const string CPanel = "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Lhost/Exim.pm";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Exim", Smtp,
            new("535 Incorrect authentication data", WrongCredentials, "incorrect authentication data") { IsGeneral = true },
            new("435 Unable to authenticate at present", LoginUnavailable, "unable to authenticate at present"),
            new("503 AUTH command used when not advertised", LoginNotAllowedHere, "auth command used when not advertised", "authentication not allowed from", "auth not allowed from") { At = Login },
            new("503 TLS encryption required before AUTH", TlsRequired, "tls * required", "encryption is required", "encryption required") { At = Login, Source = "https://github.com/Exim/exim/blob/master/doc/doc-src/FAQ.src" },
            new("550 Access denied - Invalid HELO name (See RFC2821 4.1.3)", NameRefused, "invalid helo", "helo name", "ehlo name") { Source = "https://github.com/vexim/vexim2/pull/139" },
            new("501 Syntactically invalid EHLO argument(s)", NameRefused, "syntactically invalid ehlo", "syntactically invalid helo"),
            new("550 relay not permitted, authentication required", LoginRequired, "relay not permitted, authentication required") { Where = Anonymous, Source = Default },
            new("550 relay not permitted", RelayDenied, "relay not permitted", "not permitted to relay through this server") { Where = LoggedIn, Source = Default },
            new("550 Please turn on SMTP Authentication in your mail client, or login to the IMAP/POP3 server before sending your message. [203.0.113.7]:42630 is not permitted to relay through this server without authentication.", LoginRequired, "turn on smtp authentication", "without authentication") { Source = "https://pastebin.com/e25g8b3J" },
            new("550 relay not permitted", RelayDenied, "relay not permitted") { Source = Default },
            new("550 rejected because 203.0.113.7 is in a black list at zen.spamhaus.org", AddressListed, "is in a black list at") { Source = Default },
            new("550 Verification failed for <app@contoso.example> No Such User Here Sender verify failed", SenderRefused, "sender verify failed", "could not complete sender verify"),
            new("550 Unrouteable address", RecipientUnknown, "unrouteable address", "unroutable address") { At = Recipient },
            new("421 mail.contoso.example: Too much load; please try again later", ServerFault, "too much load"),
            new("451 Temporary local problem - please try later", ServerFault, "temporary local problem", "smtp service not available"),
            new("452 Space shortage, please try later", ServerFault, "space shortage"),
            new("454 TLS currently unavailable", TlsUnavailable, "tls currently unavailable"),
            new("421 too many messages in this connection", SendingLimit, "too many messages in this connection"),
            new("550 This message contains a virus (Eicar-Test-Signature).", ContentForbidden, "contains a virus", "virus detected", "virus found") { Source = Default },
            new("550 maximum allowed line length is 998 octets, got 4711", MessageMalformed, "maximum allowed line length", "header syntax") { Source = Default }),
        new("Exim with cPanel", CPanel,
            new("550 Domain contoso.example has exceeded the max emails per hour (500/500 (100%)) allowed. Message discarded.", SendingLimit, "exceeded the max emails per hour", "exceeded the max defers and failures") { Source = "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Reason/TooManyConn.pm" },
            new("550 No Such User Here", RecipientUnknown, "no such user here") { At = Recipient },
            new("550 Sender IP reverse lookup rejected", ReverseNameMissing, "reverse lookup rejected", "reverse dns failed", "reverse dns required") { Source = "https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Reason/RequirePTR.pm" }),
    ];
}
