namespace EmailSettings.Mail.Redaction;

/// <summary>
/// The words of SMTP, IMAP and SASL that give a reply its meaning. An account may have such a name (<c>relay</c>, <c>mail</c>);
/// redacting it would make replies unreadable, and give the name away.
/// </summary>
internal static class ProtocolWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        // Commands and extensions of SMTP (RFC 5321, IANA's registry of service extensions).
        "EHLO", "HELO", "MAIL", "FROM", "RCPT", "DATA", "RSET", "NOOP", "QUIT", "AUTH", "SIZE", "STARTTLS", "8BITMIME", "PIPELINING", "SMTPUTF8",
        "BINARYMIME", "CHUNKING", "ENHANCEDSTATUSCODES", "SMTP", "ESMTP", "RELAY", "RELAYING", "SENDER", "RECIPIENT", "POSTMASTER",
        // Responses, response codes and capabilities of IMAP (RFC 3501, RFC 5530, IANA's registry of capabilities).
        "IMAP", "IMAP4", "IMAP4rev1", "IMAP4rev2", "CAPABILITY", "LOGINDISABLED", "SASL-IR", "IDLE", "LITERAL", "APPENDLIMIT", "PREAUTH", "EXISTS",
        "SEARCH", "FETCH", "INBOX", "EXAMINE", "LOGOUT", "AUTHENTICATE", "UIDVALIDITY", "UIDNEXT", "UNAVAILABLE", "INUSE", "LIMIT", "OVERQUOTA",
        "SERVERBUG", "EXPIRED", "CONTACTADMIN", "PRIVACYREQUIRED", "WEBALERT", "NONEXISTENT", "TRYCREATE", "AUTHENTICATIONFAILED", "ALERT",
        // SASL mechanisms, and words common in refusals.
        "PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER", "CRAM-MD5", "BASIC", "BEARER", "USER", "USERNAME", "PASSWORD", "ACCOUNT", "MAILBOX", "SERVER",
        "SERVICE", "CLIENT", "ACCESS", "DENIED", "HELLO", "READY",
    };

    /// <summary>Whether the text is one of them, in any case.</summary>
    public static bool Contain(string text) => Words.Contains(text);
}
