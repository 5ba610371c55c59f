using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Tls;

namespace EmailSettings.MailKitComparison;

/// <summary>The test with our own session, reading all facts.</summary>
internal sealed class OurTest(int port, X509Certificate2Collection extraRoots)
{
    public const string Host = "127.0.0.1";
    public const string ClientName = "client.example.test";
    public const string User = "user@example.test";
    public const string Password = "not a secret";

    private readonly MailSessionFactory _sessions = new();

    /// <summary>Whether to resume the TLS session of the previous connection.</summary>
    public bool Resumes { get; init; }

    public async Task RunAsync()
    {
        await using var session = _sessions.CreateSmtp(new MailSessionOptions
        {
            Endpoint = new MailEndpoint(Host, port, TlsMode.StartTls),
            Tls = new TlsOptions { ExtraRoots = extraRoots, CheckRevocation = false, AllowResumption = Resumes },
        });
        Require(await session.ResolveAsync(default));
        Require(await session.ConnectAsync(default));
        Require(await session.ReadGreetingAsync(default));
        Require(await session.EhloAsync(ClientName, default));
        Require(await session.StartTlsAsync(default));
        Require(await session.SecureAsync(default));
        Require(await session.EhloAsync(ClientName, default));
        using var credential = new MailCredential(User, Encoding.UTF8.GetBytes(Password));
        Require(await session.AuthenticateAsync(new AuthenticateRequest { Mechanism = SaslMechanism.Plain, Credential = credential }, default));
        Require(await session.QuitAsync(default));
    }

    private static void Require<T>(MailResult<T> result)
        where T : class
    {
        if (!result.Succeeded) throw new InvalidOperationException(result.Failure.ToString());
    }
}
