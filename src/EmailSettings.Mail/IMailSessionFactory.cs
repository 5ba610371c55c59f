using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail;

/// <summary>Makes sessions. One implementation is this library's own; others may stand beside it.</summary>
public interface IMailSessionFactory
{
    /// <summary>A new SMTP session, not yet connected.</summary>
    /// <param name="options">Endpoint, time limits and TLS.</param>
    ISmtpSession CreateSmtp(MailSessionOptions options);

    /// <summary>A new IMAP session, not yet connected.</summary>
    /// <param name="options">Endpoint, time limits and TLS.</param>
    IImapSession CreateImap(MailSessionOptions options);

    /// <summary>The further looks a test takes when a step failed.</summary>
    IServerProbe Probe { get; }
}
