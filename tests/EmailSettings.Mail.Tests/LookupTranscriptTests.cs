using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Mail.Tests;

/// <summary>Requests of a handshake to other servers are in the transcript.</summary>
public sealed class LookupTranscriptTests : IClassFixture<TestAuthority>
{
    private readonly TestAuthority _authority;

    public LookupTranscriptTests(TestAuthority authority) => _authority = authority;

    [Fact]
    public async Task A_CRL_request_is_reported_and_a_cached_CRL_too()
    {
        await using var list = new HttpFile { Content = _authority.RevocationList() };
        var (first, second) = (_authority.Issue(crlAddress: list.Address), _authority.Issue(crlAddress: list.Address));
        Assert.Contains($"Checked for revocation at {list.Address}: not revoked", await EventsAsync(first));
        Assert.Contains($"Checked for revocation using the cached answers of {list.Address}: not revoked", await EventsAsync(second));
    }

    [Fact]
    public async Task A_revoked_certificate_is_reported()
    {
        await using var list = new HttpFile();
        var certificate = _authority.Issue(crlAddress: list.Address);
        list.Content = _authority.RevocationList(certificate);
        Assert.Contains($"Checked for revocation at {list.Address}: revoked", await EventsAsync(certificate));
    }

    [Fact]
    public async Task An_invalid_CRL_is_reported()
    {
        await using var list = new HttpFile { Content = new byte[20] };
        Assert.Contains($"Checked for revocation at {list.Address}: no usable answer", await EventsAsync(_authority.Issue(crlAddress: list.Address)));
    }

    [Fact]
    public async Task A_CRL_with_an_invalid_signature_is_not_trusted()
    {
        await using var list = new HttpFile();
        var certificate = _authority.Issue(crlAddress: list.Address);
        list.Content = _authority.RevocationList();
        list.Content[^1] ^= 1;
        Assert.Contains($"Checked for revocation at {list.Address}: no usable answer", await EventsAsync(certificate));
    }

    [Fact]
    public async Task An_unresponsive_CRL_server_is_reported()
    {
        await using var list = new CountingCrlServer(answersHead: false);
        var lines = await EventsAsync(_authority.Issue(crlAddress: list.Address("silent")));
        Assert.Contains(lines, line => line.StartsWith($"Checked for revocation at {list.Address("silent")}: no answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_reported_for_a_certificate_without_URLs() =>
        Assert.Single(await EventsAsync(_authority.Issue()), line => line.StartsWith("Tls1", StringComparison.Ordinal));

    [Fact]
    public async Task A_long_address_is_cut_and_stays_on_its_line()
    {
        var lines = await EventsAsync(_authority.Issue(crlAddress: "ldap://a\r\n250 fine/" + new string('x', 5_000)));
        var told = Assert.Single(lines, line => line.Contains("ldap", StringComparison.Ordinal));
        Assert.InRange(told.Length, 100, 500);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public async Task An_issuer_that_was_fetched_is_reported()
    {
        var intermediate = _authority.IssueIntermediate();
        await using var issuer = new HttpFile { Content = intermediate.RawData };
        var lines = await EventsAsync(_authority.Issue(issuer: intermediate, issuerAddress: issuer.Address));
        Assert.Equal([$"Requested the issuer's certificate from {issuer.Address}: {intermediate.Subject}", "With it the chain ends in a root that is trusted"], lines);
    }

    [Theory]
    [InlineData(20, "no certificate")]
    [InlineData(70_000, "no usable answer")]
    public async Task An_issuer_that_was_not_fetched_is_reported(int bytes, string outcome)
    {
        await using var issuer = new HttpFile { Content = new byte[bytes] };
        Assert.Equal([$"Requested the issuer's certificate from {issuer.Address}: {outcome}"], await EventsAsync(_authority.Issue(issuerAddress: issuer.Address), trusted: false));
    }

    [Fact]
    public async Task A_silent_address_of_the_issuer_is_reported()
    {
        await using var silent = new CountingCrlServer(answersHead: false);
        var address = silent.Address("issuer");
        Assert.Equal([$"Requested the issuer's certificate from {address}: no answer in time"], await EventsAsync(_authority.Issue(issuerAddress: address), trusted: false));
    }

    private async Task<IReadOnlyList<string>> EventsAsync(X509Certificate2 certificate, bool trusted = true)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(TestAuthority.Serve(certificate));
            await connection.UntilClosedAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with
        {
            Tls = new TlsOptions { ExtraRoots = trusted ? _authority.Trusted : [] },
            Timeouts = new MailTimeouts { Revocation = TimeSpan.FromSeconds(2) },
        });
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        await session.SecureAsync(default);
        return [.. session.Transcript.Lines.Where(line => line.Direction == TranscriptDirection.Event).Select(line => line.Text)];
    }
}
