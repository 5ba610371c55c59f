using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Findings on certificates in the stage Tls.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private static readonly string[] Goodbye = ["C: QUIT", "S: 221 bye"];

    private readonly TestBench _bench = new();

    private static TestAuthority Authority => TestBench.Authority;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(0, "'CN=other.example.test'")]
    [InlineData(7, "'a4.example.test' and 2 more")]
    public async Task The_names_in_a_certificate_are_counted(int count, string words)
    {
        var certificate = Authority.Issue("other.example.test", change: request =>
        {
            request.CertificateExtensions.Remove(request.CertificateExtensions.Single(extension => extension.Oid!.Value == "2.5.29.17"));
            var names = new SubjectAlternativeNameBuilder();
            for (var i = 0; i < count; i++) names.AddDnsName($"a{i}.example.test");
            if (count > 0) request.CertificateExtensions.Add(names.Build());
        });
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Assert.Contains(words, Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Name", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_issuer_is_not_reported_as_the_servers_certificate()
    {
        var issuer = Authority.IssueIntermediate(toDays: -1);
        var served = TestAuthority.Serve(Authority.Issue(issuer: issuer, fromDays: -5), X509CertificateLoader.LoadCertificate(issuer.RawData));
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(served);
            await connection.PlayAsync(Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        });
        Assert.StartsWith($"The issuer's certificate '{issuer.Subject}'", Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Expired", TestStage.Tls).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Tls.Name")]
    [Provokes("Tls.SelfSigned")]
    [Provokes("Tls.UnknownRoot")]
    [Provokes("Tls.IncompleteChain")]
    [Provokes("Tls.Expired")]
    [Provokes("Tls.NotYetValid")]
    [Provokes("Tls.Unusable")]
    [InlineData("Tls.Name")]
    [InlineData("Tls.SelfSigned")]
    [InlineData("Tls.UnknownRoot")]
    [InlineData("Tls.IncompleteChain")]
    [InlineData("Tls.Expired")]
    [InlineData("Tls.NotYetValid")]
    [InlineData("Tls.Unusable")]
    public async Task An_untrusted_certificate_is_rejected_with_its_reason(string id)
    {
        using var stranger = new TestAuthority();
        var certificate = id switch
        {
            "Tls.Name" => Authority.Issue("other.example.test"),
            "Tls.SelfSigned" => Authority.SelfSigned(),
            "Tls.UnknownRoot" => stranger.Issue(),
            "Tls.IncompleteChain" => Authority.Issue(issuer: Authority.IssueIntermediate()),
            "Tls.Expired" => Authority.Issue(fromDays: -30, toDays: -1),
            "Tls.NotYetValid" => Authority.Issue(fromDays: 1),
            _ => Authority.Issue(purpose: "1.3.6.1.5.5.7.3.2"),
        };
        // Servers do not send the root; with custom trusted roots, an issuer that was not sent might as well be an intermediate.
        if (id == "Tls.UnknownRoot") _bench.With(services => services with { NormalTrust = [] });
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await _bench.ImplicitAsync(server);
        Expect.Primary(report, id, TestStage.Tls);
        Expect.Skipped(report, TestStage.Greeting, TestStage.Authenticate, TestStage.Quit);
        Assert.Equal(certificate.Thumbprint, Assert.IsType<TlsFacts>(Expect.Stage(report, TestStage.Tls).Facts).Chain[0].Thumbprint);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task An_elliptic_curve_is_accepted()
    {
        await using var server = Scripts.Implicit(Authority.Issue(elliptic: true, toDays: 90), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Passed(await _bench.ImplicitAsync(server), TestStage.Tls);
    }

    [Fact]
    public async Task A_root_given_with_the_call_is_trusted()
    {
        using var stranger = new TestAuthority();
        await using var server = Scripts.Implicit(stranger.Issue(toDays: 90), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Passed(await _bench.ImplicitAsync(server, stranger.Trusted), TestStage.Tls);
    }

    [Fact]
    [Provokes("Tls.Revoked")]
    public async Task A_revoked_certificate_is_refused()
    {
        await using var list = new HttpFile();
        var certificate = Authority.Issue(crlAddress: list.Address);
        list.Content = Authority.RevocationList(certificate);
        await using var server = Scripts.Implicit(certificate, Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Primary(await _bench.ImplicitAsync(server), "Tls.Revoked", TestStage.Tls);
    }

    [Fact]
    [Provokes("Tls.RevocationUnknown")]
    public async Task An_unreachable_CRL_is_a_warning_and_no_CRL_a_note()
    {
        var list = new HttpFile();
        var address = list.Address;
        await list.DisposeAsync();
        await using var server = Scripts.Implicit(Authority.Issue(crlAddress: address), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        var report = await _bench.ImplicitAsync(server);
        Assert.Contains(address, Expect.Noted(report, "Tls.RevocationUnknown", TestStage.Tls).Cause, StringComparison.Ordinal);
        await using var without = Scripts.Implicit(Authority.Issue(), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Expect.Noted(await _bench.ImplicitAsync(without), "Tls.RevocationUnknown", TestStage.Tls, Severity.Info);
    }

    [Fact]
    [Provokes("Tls.CertificateExpiresSoon")]
    public async Task A_certificate_that_expires_soon_is_announced()
    {
        await using var server = Scripts.Implicit(Authority.Issue(toDays: 5.5), Scripts.SmtpLines(Scripts.PlainSmtp, Goodbye));
        Assert.Contains("5 days", Expect.Noted(await _bench.ImplicitAsync(server), "Tls.CertificateExpiresSoon", TestStage.Tls).Cause, StringComparison.Ordinal);
    }
}
