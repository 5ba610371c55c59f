using System.Collections.Frozen;

namespace EmailSettings.Mail.Redaction;

/// <summary>
/// The words of SMTP, IMAP and SASL that decide what a reply means. An account may be called like one of them (<c>relay</c>,
/// <c>mail</c>); with a mark in its place nothing could be read any more, and the mark would name the account.
/// </summary>
internal static class ProtocolWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        // Commands and extensions of SMTP (RFC 5321, IANA's registry of service extensions).
        "EHLO", "HELO", "MAIL", "FROM", "RCPT", "DATA", "RSET", "NOOP", "QUIT", "AUTH", "SIZE", "STARTTLS", "8BITMIME", "PIPELINING", "SMTPUTF8",
        "BINARYMIME", "CHUNKING", "ENHANCEDSTATUSCODES", "SMTP", "ESMTP", "RELAY", "RELAYING", "SENDER", "RECIPIENT", "POSTMASTER",
        // Responses, response codes and capabilities of IMAP (RFC 3501, RFC 5530, IANA's registry of capabilities).
        "IMAP", "IMAP4", "IMAP4rev1", "IMAP4rev2", "CAPABILITY", "LOGINDISABLED", "SASL-IR", "IDLE", "LITERAL", "APPENDLIMIT", "PREAUTH", "EXISTS",
        "SEARCH", "FETCH", "INBOX", "EXAMINE", "LOGOUT", "AUTHENTICATE", "UIDVALIDITY", "UIDNEXT", "UNAVAILABLE", "INUSE", "LIMIT", "OVERQUOTA",
        "SERVERBUG", "EXPIRED", "CONTACTADMIN", "PRIVACYREQUIRED", "WEBALERT", "NONEXISTENT", "TRYCREATE", "AUTHENTICATIONFAILED", "ALERT",
        // Mechanisms of SASL, and what refusals speak of.
        "PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER", "CRAM-MD5", "BASIC", "BEARER", "USER", "USERNAME", "PASSWORD", "ACCOUNT", "MAILBOX", "SERVER",
        "SERVICE", "CLIENT", "ACCESS", "DENIED", "HELLO", "READY",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text is one of them, in any case.</summary>
    public static bool Contain(string text) => Words.Contains(text);
}
