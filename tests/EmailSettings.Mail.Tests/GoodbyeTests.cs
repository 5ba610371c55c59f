using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>The end of a session over TLS, by the last record that the server receives (RFC 5246 §6.2.1).</summary>
public sealed class GoodbyeTests : IClassFixture<TestAuthority>
{
    private const byte Alert = 21;

    private readonly TestAuthority _authority;

    public GoodbyeTests(TestAuthority authority) => _authority = authority;

    [Fact]
    public async Task QUIT_is_followed_by_close_notify()
    {
        var (session, records) = await RunAsync(_authority.Trusted);
        Assert.Null(session);
        Assert.Equal(Alert, records[^1]);
    }

    [Fact]
    public async Task A_certificate_that_is_refused_is_answered_with_an_alert()
    {
        var (failure, records) = await RunAsync([]);
        Assert.Equal(MailFailureKind.CertificateRefused, failure);
        Assert.Equal(Alert, records[^1]);
    }

    private async Task<(MailFailureKind? Failure, IReadOnlyList<byte> Records)> RunAsync(X509Certificate2Collection trusted)
    {
        var received = new TaskCompletionSource<byte[]>();
        await using var server = new ScriptedServer(async connection =>
        {
            var recording = new RecordingStream(connection.Stream);
            await using var tls = new SslStream(recording);
            try
            {
                // In TLS 1.3 an alert looks like application data from outside.
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = TestAuthority.Serve(_authority.Issue()), EnabledSslProtocols = SslProtocols.Tls12 }, connection.Stop);
                await tls.WriteAsync("220 mail.example.test ESMTP\r\n"u8.ToArray(), connection.Stop);
                await tls.ReadAtLeastAsync(new byte[6], 6, cancellationToken: connection.Stop);
                await tls.WriteAsync("221 bye\r\n"u8.ToArray(), connection.Stop);
                await tls.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, connection.Stop);
            }
            catch (Exception e) when (e is IOException or AuthenticationException)
            {
                // The client's alert.
            }
            received.SetResult(recording.Read());
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = trusted } });
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        var secured = await session.SecureAsync(default);
        if (secured.Succeeded)
        {
            Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
            Assert.True((await session.QuitAsync(default)).Succeeded);
        }
        return (secured.Failure?.Kind, Records(await received.Task));
    }

    private static List<byte> Records(byte[] bytes)
    {
        var types = new List<byte>();
        for (var at = 0; at + 5 <= bytes.Length; at += 5 + (bytes[at + 3] << 8 | bytes[at + 4])) types.Add(bytes[at]);
        return types;
    }
}
