using static EmailSettings.Core.ServerTests.Replies.ReplyCondition;
using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>Replies of IMAP servers, then the response codes of RFC 5530.</summary>
internal static class ImapServerReplies
{
    private const string Dovecot = "https://github.com/dovecot/core/tree/main/src";
    private const string Cyrus = "https://github.com/cyrusimap/cyrus-imapd/blob/master/imap/imap_err.et";
    private const string CyrusServer = "https://github.com/cyrusimap/cyrus-imapd/blob/master/imap/imapd.c";
    private const string Courier = "https://github.com/svarshavchik/courier-libs/blob/master/imap/imapd.C";
    private const string Mailutils = "https://github.com/gnu-mirror-unofficial/mailutils/blob/master/imap4d/login.c";
    private const string Codes = "https://www.rfc-editor.org/rfc/rfc5530#section-3";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Dovecot", Dovecot,
            new("NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", TooManyConnections, "maximum number of connections") { Source = "https://doc.dovecot.org/latest/core/summaries/settings.html#mail_max_userip_connections" },
            new("NO [ALERT] Plaintext authentication not allowed without SSL/TLS, but your client did it anyway. If anyone was listening, the password was exposed.", TlsRequired, "plaintext authentication", "cleartext authentication") { Source = "https://github.com/docker-mailserver/docker-mailserver/issues/1026" },
            new("NO [SERVERBUG] Internal error occurred. Refer to server log for more information.", ServerFault, "internal error occurred"),
            new("BYE Disconnected for inactivity during authentication.", SessionEnded, "disconnected for inactivity", "inactivity timeout", "autologout"),
            new("BYE Too many invalid IMAP commands.", SessionEnded, "too many invalid imap commands", "too many invalid commands"),
            new("NO Mailbox doesn't exist: INBOX", MailboxMissing, "mailbox doesn't exist", "mailbox does not exist", "unknown mailbox") { At = Mailbox },
            new("NO Login disabled for this user", AccountBlocked, "login disabled for this user", "account is temporarily disabled", "user is disabled", "account is disabled") { At = Login }),
        new("Cyrus IMAP", Cyrus,
            new("NO Login failed: generic failure", MechanismBroken, "generic failure") { At = Login, Source = CyrusServer },
            new("NO Login only available under a layer", TlsRequired, "only available under a layer") { Source = CyrusServer },
            new("NO Too many connections from this user", TooManyConnections, "too many connections from this"),
            new("NO System I/O error", ServerFault, "system i/o error", "operating system error", "has an invalid format", "format corruption detected"),
            new("NO Mailbox is locked", ServerFault, "mailbox is locked", "mailbox is currently reserved") { At = Mailbox },
            new("NO Login failed: authentication failure", WrongCredentials, "login failed: authentication failure", "login failed: user not found") { At = Login, IsGeneral = true, Source = CyrusServer },
            new("NO mail system storage has been exceeded", ServerFault, "mail system storage has been exceeded")),
        new("Courier and GNU imap4d", Courier,
            new("BYE [ALERT] Fatal error: Account's mailbox directory is not owned by the correct uid or gid", ServerFault, "account's mailbox directory", "fatal error") { At = Greeting | Login | Mailbox },
            new("BYE IMAP access disabled for this account.", ProtocolOff, "access disabled for this account"),
            new("BYE IMAP access disabled via insecure connection.", TlsRequired, "access disabled via insecure connection"),
            new("BYE Temporary problem, please try again later", ServerFault, "temporary problem, please try again") { Source = "https://github.com/svarshavchik/courier-libs/tree/master/imap" },
            new("NO LOGIN Command disabled", TlsRequired, "command disabled") { At = Login, Where = Unencrypted, Source = Mailutils },
            new("NO LOGIN Command disabled", LoginNotAllowedHere, "command disabled", "login disabled") { At = Login, Source = Mailutils }),
        new("Any IMAP server (response codes)", Codes,
            new("NO [PRIVACYREQUIRED] Connection offers no privacy.", TlsRequired) { ResponseCode = "PRIVACYREQUIRED" },
            new("NO [EXPIRED] Password expired", PasswordExpired) { ResponseCode = "EXPIRED" },
            new("NO [CONTACTADMIN] Ask the administrator", AskAdministrator) { ResponseCode = "CONTACTADMIN" },
            new("NO [AUTHORIZATIONFAILED] No such authorization-ID", NotAuthorized) { ResponseCode = "AUTHORIZATIONFAILED" },
            new("NO [WEBALERT https://mail.example/signin] Sign in with a browser", BrowserSignIn) { ResponseCode = "WEBALERT", Source = "https://support.google.com/mail/answer/78754" },
            new("NO [LIMIT] At most 32 flags in one mailbox supported", Throttled) { ResponseCode = "LIMIT" },
            new("NO [OVERQUOTA] Sorry", MailboxFull) { ResponseCode = "OVERQUOTA" },
            new("NO [NONEXISTENT] Mailbox does not exist", MailboxMissing) { ResponseCode = "NONEXISTENT" },
            new("NO [TRYCREATE] Create it first", MailboxMissing) { ResponseCode = "TRYCREATE", Source = "https://www.rfc-editor.org/rfc/rfc3501#section-7.1" },
            new("NO [NOPERM] Access denied", MailboxNotConnected) { ResponseCode = "NOPERM" },
            new("NO [SERVERBUG] This should not happen", ServerFault) { ResponseCode = "SERVERBUG" },
            new("NO [CORRUPTION] Cannot open mailbox", ServerFault) { ResponseCode = "CORRUPTION" },
            new("NO [INUSE] Mailbox in use", ServerFault) { ResponseCode = "INUSE", At = Mailbox },
            new("NO [INUSE] Account in use", LoginUnavailable) { ResponseCode = "INUSE", At = Opening | Login },
            new("NO [UNAVAILABLE] User's backend down for maintenance", LoginUnavailable) { ResponseCode = "UNAVAILABLE", At = Login | Mailbox }),
    ];
}
