using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

public sealed class TlsTests : IClassFixture<TestAuthority>
{
    private readonly TestAuthority _authority;

    public TlsTests(TestAuthority authority) => _authority = authority;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_trusted_certificate_is_accepted_and_described(SslProtocols version)
    {
        var certificate = _authority.Issue();
        var result = await SecureAsync(certificate, _authority.Trusted, version: version);

        Assert.True(result.Succeeded);
        Assert.Equal(version, result.Facts.Protocol);
        Assert.NotNull(result.Facts.CipherSuite);
        Assert.Equal(certificate.Thumbprint, result.Facts.Certificate!.Thumbprint);
        Assert.Equal([TestAuthority.Host], result.Facts.Certificate.Names);
        Assert.Equal(_authority.Root.Subject, result.Facts.Certificate.Issuer);
        Assert.Equal(new DateTimeOffset(certificate.NotAfter.ToUniversalTime()), result.Facts.Certificate.NotAfter);
        Assert.Equal(2048, result.Facts.Certificate.KeySize);
        Assert.Equal(2, result.Facts.Chain.Count);
        Assert.Equal(RevocationState.NoneNamed, result.Facts.Revocation);
        Assert.Empty(result.Facts.Problems);
        Assert.False(result.Facts.ClientCertificateAsked);
    }

    [Fact]
    public async Task A_certificate_with_an_elliptic_curve_is_accepted()
    {
        var result = await SecureAsync(_authority.Issue(elliptic: true), _authority.Trusted);
        Assert.True(result.Succeeded);
        Assert.Equal(256, result.Facts.Certificate!.KeySize);
    }

    [Fact]
    public async Task An_intermediate_that_is_sent_completes_the_chain()
    {
        var intermediate = _authority.IssueIntermediate();
        var result = await SecureAsync(_authority.Issue(issuer: intermediate), _authority.Trusted, others: [intermediate]);
        Assert.True(result.Succeeded);
        Assert.Equal(1, result.Facts.IntermediatesSent);
        Assert.Equal(3, result.Facts.Chain.Count);
    }

    [Fact]
    public async Task A_resumed_session_is_verified_like_a_new_one()
    {
        var intermediate = _authority.IssueIntermediate();
        var certificate = TestAuthority.Serve(_authority.Issue(issuer: intermediate), intermediate);
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(certificate);
            await connection.PlayAsync("S: 220 ready");
        });
        foreach (var (roots, accepted) in new[] { (_authority.Trusted, true), (_authority.Trusted, true), ([], false) })
        {
            await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = roots, AllowResumption = true } });
            await session.ConnectAsync(default);
            var result = await session.SecureAsync(default);
            Assert.Equal(accepted, result.Succeeded);
            Assert.Equal(1, result.Facts!.IntermediatesSent);
            if (accepted)
                Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
        }
    }

    [Fact]
    public Task An_expired_certificate_is_refused() =>
        AssertRefusedAsync(_authority.Issue(fromDays: -30, toDays: -1), _authority.Trusted, CertificateProblem.Expired);

    [Fact]
    public Task A_certificate_that_is_not_valid_yet_is_refused() =>
        AssertRefusedAsync(_authority.Issue(fromDays: 1), _authority.Trusted, CertificateProblem.NotYetValid);

    [Fact]
    public Task A_certificate_for_another_host_is_refused() =>
        AssertRefusedAsync(_authority.Issue("other.example.test"), _authority.Trusted, CertificateProblem.NameMismatch);

    [Fact]
    public Task A_self_signed_certificate_is_refused() =>
        AssertRefusedAsync(_authority.SelfSigned(), [], CertificateProblem.SelfSigned);

    [Fact]
    public Task A_self_signed_certificate_is_refused_where_other_roots_were_given() =>
        AssertRefusedAsync(_authority.SelfSigned(), _authority.Trusted, CertificateProblem.SelfSigned);

    [Fact]
    public Task An_unknown_root_that_is_sent_is_refused() =>
        AssertRefusedAsync(_authority.Issue(), [], CertificateProblem.UnknownRoot, _authority.Root);

    [Fact]
    public Task An_unknown_root_that_is_not_sent_is_refused() =>
        AssertRefusedAsync(_authority.Issue(), [], CertificateProblem.UnknownRoot);

    [Fact]
    public Task A_chain_without_its_intermediate_is_refused() =>
        AssertRefusedAsync(_authority.Issue(issuer: _authority.IssueIntermediate()), _authority.Trusted, CertificateProblem.IncompleteChain);

    [Fact]
    public async Task An_intermediate_that_can_be_fetched_is_still_missing()
    {
        var intermediate = _authority.IssueIntermediate();
        await using var issuer = new HttpFile { Content = intermediate.RawData };
        await AssertRefusedAsync(_authority.Issue(issuer: intermediate, issuerAddress: issuer.Address), _authority.Trusted, CertificateProblem.IncompleteChain);
    }

    [Fact]
    public async Task An_intermediate_that_was_fetched_is_missing_the_next_time_too()
    {
        var intermediate = _authority.IssueIntermediate();
        await using var issuer = new HttpFile { Content = intermediate.RawData };
        for (var time = 0; time < 2; time++)
            await AssertRefusedAsync(_authority.Issue(issuer: intermediate, issuerAddress: issuer.Address), _authority.Trusted, CertificateProblem.IncompleteChain);
        using var store = new X509Store(StoreName.CertificateAuthority, StoreLocation.CurrentUser, OpenFlags.ReadOnly);
        Assert.Empty(store.Certificates.Find(X509FindType.FindByThumbprint, intermediate.Thumbprint, validOnly: false));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(70_000)]
    public async Task An_issuer_URL_without_a_certificate_makes_the_chain_incomplete(int bytes)
    {
        await using var issuer = new HttpFile { Content = new byte[bytes] };
        await AssertRefusedAsync(_authority.Issue(issuerAddress: issuer.Address), [], CertificateProblem.IncompleteChain);
    }

    [Fact]
    public async Task An_issuer_that_is_named_again_and_again_makes_the_chain_incomplete()
    {
        await using var issuer = new HttpFile();
        var circle = _authority.IssueIntermediate(issuerAddress: issuer.Address);
        issuer.Content = circle.RawData;
        await AssertRefusedAsync(_authority.Issue(issuer: circle, issuerAddress: issuer.Address), [], CertificateProblem.IncompleteChain);
    }

    [Fact]
    public async Task Issuers_are_fetched_up_to_an_unknown_root()
    {
        await using var root = new HttpFile { Content = _authority.Root.RawData };
        var intermediate = _authority.IssueIntermediate(root.Address);
        await using var issuer = new HttpFile { Content = intermediate.RawData };
        await AssertRefusedAsync(_authority.Issue(issuer: intermediate, issuerAddress: issuer.Address), [], CertificateProblem.UnknownRoot);
    }

    [Fact]
    public async Task An_issuer_that_turns_out_to_be_an_unknown_root_is_named_so()
    {
        await using var issuer = new HttpFile { Content = _authority.Root.RawData };
        await AssertRefusedAsync(_authority.Issue(issuerAddress: issuer.Address), [], CertificateProblem.UnknownRoot);
    }

    [Fact]
    public async Task An_unreachable_issuer_URL_makes_the_chain_incomplete()
    {
        var issuer = new HttpFile();
        var address = issuer.Address;
        await issuer.DisposeAsync();
        await AssertRefusedAsync(_authority.Issue(issuerAddress: address), [], CertificateProblem.IncompleteChain);
    }

    [Fact]
    public Task A_certificate_for_clients_is_refused() =>
        AssertRefusedAsync(_authority.Issue(purpose: "1.3.6.1.5.5.7.3.2"), _authority.Trusted, CertificateProblem.WrongUsage);

    [Fact]
    public async Task Every_problem_is_named_most_serious_first()
    {
        var result = await SecureAsync(_authority.Issue("other.example.test", fromDays: -30, toDays: -1), []);
        Assert.Equal([CertificateProblem.NameMismatch, CertificateProblem.Expired, CertificateProblem.UnknownRoot], result.Facts!.Problems);
    }

    [Fact]
    public async Task A_self_signed_certificate_given_as_a_root_is_accepted()
    {
        var certificate = _authority.SelfSigned();
        var result = await SecureAsync(certificate, [X509CertificateLoader.LoadCertificate(certificate.RawData)]);
        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task A_revoked_certificate_is_refused_before_anything_is_sent()
    {
        await using var list = new HttpFile();
        var certificate = _authority.Issue(crlAddress: list.Address);
        list.Content = _authority.RevocationList(certificate);
        var result = await AssertRefusedAsync(certificate, _authority.Trusted, CertificateProblem.Revoked);
        Assert.Equal(RevocationState.Revoked, result.Revocation);
    }

    [Fact]
    public async Task A_certificate_that_is_not_on_its_CRL_is_good()
    {
        await using var list = new HttpFile();
        var certificate = _authority.Issue(crlAddress: list.Address);
        list.Content = _authority.RevocationList(_authority.Issue());
        var result = await SecureAsync(certificate, _authority.Trusted);
        Assert.True(result.Succeeded);
        Assert.Equal(RevocationState.Good, result.Facts.Revocation);
        Assert.Equal([list.Address], result.Facts.RevocationSources);
    }

    [Fact]
    public async Task An_unreachable_CRL_does_not_reject_the_server()
    {
        var list = new HttpFile();
        var address = list.Address;
        await list.DisposeAsync();
        var result = await SecureAsync(_authority.Issue(crlAddress: address), _authority.Trusted);
        Assert.True(result.Succeeded);
        Assert.Equal(RevocationState.Unknown, result.Facts.Revocation);
    }

    [Fact]
    public async Task A_CRL_that_never_arrives_does_not_reject_the_server()
    {
        await using var silent = new ScriptedServer(connection => connection.UntilClosedAsync());
        var address = $"http://127.0.0.1:{silent.Port}/{Guid.NewGuid():N}.crl";
        var result = await SecureAsync(_authority.Issue(crlAddress: address), _authority.Trusted, change: options => options with
        {
            Timeouts = new MailTimeouts { Revocation = TimeSpan.FromMilliseconds(300) },
        });
        Assert.True(result.Succeeded);
        Assert.Equal(RevocationState.Unknown, result.Facts.Revocation);
    }

    [Fact]
    public async Task Revocation_is_not_checked_if_it_is_switched_off()
    {
        await using var list = new HttpFile();
        var certificate = _authority.Issue(crlAddress: list.Address);
        list.Content = _authority.RevocationList(certificate);
        var result = await SecureAsync(certificate, _authority.Trusted, change: options => options with
        {
            Tls = options.Tls with { CheckRevocation = false },
        });
        Assert.True(result.Succeeded);
        Assert.Equal(RevocationState.NotChecked, result.Facts.Revocation);
    }

    private static async Task<TlsFacts> AssertRefusedAsync(X509Certificate2 certificate, X509Certificate2Collection roots, CertificateProblem problem, params X509Certificate2[] others)
    {
        var received = new StringBuilder();
        var result = await SecureAsync(certificate, roots, others: others, received: received);
        Assert.Equal(MailFailureKind.CertificateRefused, result.Failure!.Kind);
        Assert.Equal([problem], result.Facts!.Problems);
        Assert.Equal(certificate.Thumbprint, result.Facts.Certificate!.Thumbprint);
        Assert.Equal(string.Empty, received.ToString());
        return result.Facts;
    }

    private static async Task<MailResult<TlsFacts>> SecureAsync(
        X509Certificate2 certificate,
        X509Certificate2Collection roots,
        X509Certificate2[]? others = null,
        SslProtocols version = SslProtocols.None,
        Func<MailSessionOptions, MailSessionOptions>? change = null,
        StringBuilder? received = null)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(TestAuthority.Serve(certificate, others ?? []), version);
            await connection.SendAsync("220 ready");
            await connection.UntilClosedAsync();
        });
        var options = server.Options(TlsMode.Implicit, TestAuthority.Host) with { Tls = new TlsOptions { ExtraRoots = roots } };
        var session = new SmtpSession(change is null ? options : change(options));
        MailResult<TlsFacts> result;
        await using (session)
        {
            Assert.True((await session.ConnectAsync(default)).Succeeded);
            result = await session.SecureAsync(default);
            Assert.Equal(result.Succeeded, session.IsEncrypted);
            if (result.Succeeded)
                Assert.True((await session.ReadGreetingAsync(default)).Succeeded);
            else
                Assert.Equal(result.Failure, (await session.ReadGreetingAsync(default)).Failure);
        }

        received?.AppendJoin('\n', server.Received);
        return result;
    }
}
