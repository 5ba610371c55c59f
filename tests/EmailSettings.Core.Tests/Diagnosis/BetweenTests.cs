using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Failures that look like a wrong port or a wrong password, but are not.</summary>
public sealed class BetweenTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("421 4.7.0 Too many concurrent SMTP connections; please try again later.", "Greeting.TooManyConnections")]
    [InlineData("554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org", "Greeting.AddressListed")]
    [InlineData("421 4.0.0 Fnord", "Greeting.TryLater")]
    public async Task A_plaintext_refusal_does_not_prove_a_plaintext_port(string line, string id)
    {
        var connections = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            if (Interlocked.Increment(ref connections) == 1) await connection.SendAsync(line);
            else await connection.SecureAsync(TestAuthority.Serve(TestBench.Authority.Issue()));
            await connection.UntilClosedAsync();
        });
        var report = await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.Implicit });
        Expect.Primary(report, id, TestStage.Tls);
        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task A_server_that_always_greets_in_plaintext_is_a_plaintext_port()
    {
        await using var server = new ScriptedServer("S: 220 mail ESMTP", "C: x");
        Expect.Primary(await _bench.OutgoingAsync(server, request => request with { TlsMode = TlsChoice.Implicit }), "Tls.PlaintextPort", TestStage.Tls);
    }

    [Fact]
    public async Task STARTTLS_that_a_provider_is_known_to_offer_was_filtered_away()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => request with { Host = "smtp.gmail.com", TlsMode = TlsChoice.StartTls });
        Assert.Contains("firewall", Expect.Primary(report, "StartTls.Filtered", TestStage.StartTls).NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_sent_if_the_server_requires_TLS()
    {
        await using var server = Scripts.Imap("IMAP4rev1 STARTTLS XTLSREQUIRED", "C: LOGOUT", "S: A2 OK");
        var report = await _bench.IncomingAsync(server, request => request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") });
        Expect.Primary(report, "StartTls.Required", TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.Contains("LOGIN", StringComparison.Ordinal));
    }
}
