using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail;

/// <summary>Creates this library's own sessions, on sockets and <see cref="System.Net.Security.SslStream"/>.</summary>
public sealed class MailSessionFactory : IMailSessionFactory
{
    /// <inheritdoc/>
    public IServerProbe Probe { get; } = new ServerProbe();

    /// <inheritdoc/>
    public ISmtpSession CreateSmtp(MailSessionOptions options) => new SmtpSession(options);

    /// <inheritdoc/>
    public IImapSession CreateImap(MailSessionOptions options) => new ImapSession(options);
}
