namespace EmailSettings.Mail;

/// <summary>The protocol of a session.</summary>
public enum MailProtocol
{
    /// <summary>SMTP, RFC 5321, and message submission, RFC 6409.</summary>
    Smtp,

    /// <summary>IMAP, RFC 3501 and RFC 9051.</summary>
    Imap,
}
