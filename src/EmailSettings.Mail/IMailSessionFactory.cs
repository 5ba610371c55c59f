using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail;

/// <summary>Creates sessions, those of this library or of another implementation.</summary>
public interface IMailSessionFactory
{
    /// <summary>Creates an SMTP session, not yet connected.</summary>
    /// <param name="options">Endpoint, time limits and TLS.</param>
    ISmtpSession CreateSmtp(MailSessionOptions options);

    /// <summary>Creates an IMAP session, not yet connected.</summary>
    /// <param name="options">Endpoint, time limits and TLS.</param>
    IImapSession CreateImap(MailSessionOptions options);

    /// <summary>The diagnostic probes to run after a step has failed.</summary>
    IServerProbe Probe { get; }
}
