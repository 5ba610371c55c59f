namespace EmailSettings.Mail.Probes;

/// <summary>The protocol of the other end, recognized by its first bytes.</summary>
public enum PeerProtocol
{
    /// <summary>Not recognized.</summary>
    Unknown,

    /// <summary>None: it sent nothing.</summary>
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
