namespace EmailSettings.Mail.Probes;

/// <summary>What speaks at the other end, by its first bytes.</summary>
public enum PeerProtocol
{
    /// <summary>Something unknown.</summary>
    Unknown,

    /// <summary>Nothing: it neither spoke nor answered.</summary>
    Silent,

    /// <summary>SMTP.</summary>
    Smtp,

    /// <summary>IMAP.</summary>
    Imap,

    /// <summary>POP3.</summary>
    Pop3,

    /// <summary>HTTP.</summary>
    Http,

    /// <summary>SSH.</summary>
    Ssh,

    /// <summary>FTP.</summary>
    Ftp,

    /// <summary>TLS.</summary>
    Tls,
}
