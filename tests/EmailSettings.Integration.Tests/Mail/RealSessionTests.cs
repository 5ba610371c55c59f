using System.Net;
using System.Text;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Integration.Tests.Mail;

/// <summary>The library's sessions against the real servers.</summary>
public abstract class RealSessionTests(MailSystemFixture system)
{
    protected MailSystemFixture Fixture => system;

    protected MailSessionFactory Sessions { get; } = new();

    protected MailSessionOptions Options(int port, TlsMode mode) => new()
    {
        Endpoint = new MailEndpoint("localhost", port, mode),
        Tls = new TlsOptions { ExtraRoots = system.Authority.Roots },
        SaslClients = new FurtherMechanisms(),
    };

    /// <summary>Opens an SMTP session up to the final EHLO.</summary>
    protected async Task<ISmtpSession> OpenSmtpAsync(TlsMode mode)
    {
        var port = mode == TlsMode.Implicit ? system.Postfix.SubmissionsPort : system.Postfix.SubmissionPort;
        var session = Sessions.CreateSmtp(Options(port, mode));
        await OpenAsync(session, mode, async () => Require(await session.EhloAsync("client.test", default)));
        return session;
    }

    /// <summary>Opens an IMAP session up to the final CAPABILITY.</summary>
    protected async Task<IImapSession> OpenImapAsync(TlsMode mode)
    {
        var port = mode == TlsMode.Implicit ? system.Dovecot.ImapsPort : system.Dovecot.ImapPort;
        var session = Sessions.CreateImap(Options(port, mode));
        await OpenAsync(session, mode, async () => Require(await session.CapabilityAsync(default)));
        return session;
    }

    /// <summary>Gets a token of the application or of the user.</summary>
    protected async Task<MailCredential> TokenAsync(TokenPurpose purpose, bool ofUser = false)
    {
        using var client = new TokenClient(new OAuthHttpOptions { ExtraRoots = system.Authority.Roots, Proxy = new WebProxy() });
        var directory = system.Tokens.Directory;
        using var outcome = ofUser
            ? await client.AcquireForUserAsync(system.Tokens.Request(purpose), directory.UserName, Encoding.UTF8.GetBytes(directory.UserPassword))
            : await client.AcquireForApplicationAsync(system.Tokens.Request(purpose), Encoding.UTF8.GetBytes(directory.ClientSecret));
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        return new MailCredential(MailSystemFixture.User, outcome.Token.Utf8.Span);
    }

    protected MailCredential Password(string? password = null) => new(MailSystemFixture.User, Encoding.UTF8.GetBytes(password ?? system.Password));

    protected static Task<MailResult<AuthenticateFacts>> LogInAsync(IMailSession session, SaslMechanism mechanism, MailCredential credential) =>
        session.AuthenticateAsync(new AuthenticateRequest { Mechanism = mechanism, Credential = credential }, default);

    protected static T Require<T>(MailResult<T> result)
        where T : class
    {
        Assert.True(result.Succeeded, result.Failure?.ToString());
        return result.Facts;
    }

    private static async Task OpenAsync(IMailSession session, TlsMode mode, Func<Task> askCapabilities)
    {
        Require(await session.ResolveAsync(default));
        Require(await session.ConnectAsync(default));
        if (mode == TlsMode.Implicit) Require(await session.SecureAsync(default));
        Require(await session.ReadGreetingAsync(default));
        await askCapabilities();
        if (mode != TlsMode.StartTls) return;
        Require(await session.StartTlsAsync(default));
        Require(await session.SecureAsync(default));
        await askCapabilities();
    }
}
