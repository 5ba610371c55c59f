using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>Certificate problems as reported to sessions and HTTPS.</summary>
public sealed class CertificateVerifierTests : IClassFixture<TestAuthority>
{
    private const string AlternativeNameOid = "2.5.29.17";

    private readonly TestAuthority _authority;

    public CertificateVerifierTests(TestAuthority authority) => _authority = authority;

    [Theory]
    [InlineData("_mail.example.test", "mail.example.test", false)]
    [InlineData("_mail.example.test", "_other.example.test", false)]
    [InlineData("_mail.example.test", "*.test", false)]
    [InlineData("_mail.example.test", "*_mail.example.test", false)]
    [InlineData("_mail.example.test", "_MAIL.example.test", true)]
    [InlineData("_mail.example.test", "*.example.test", true)]
    [InlineData("mail._tcp.example.test", "*._tcp.example.test", true)]
    [InlineData("ab--cd.example.test", "mail.example.test", false)]
    [InlineData("mail.example._test", "mail.example.test", false)]
    public async Task A_host_whose_label_starts_like_no_valid_name_is_still_matched(string host, string named, bool matches)
    {
        var certificate = _authority.Issue(named);
        CertificateProblem[] expected = matches ? [] : [CertificateProblem.NameMismatch];
        Assert.Equal(expected, Problems(certificate, _authority.Trusted, host));
        Assert.Equal(expected, await HandshakeAsync(certificate, host));
    }

    [Fact]
    public void A_certificate_whose_names_cannot_be_read_names_no_host()
    {
        var certificate = _authority.Issue(change: request =>
        {
            request.CertificateExtensions.Remove(request.CertificateExtensions.First(extension => extension.Oid?.Value == AlternativeNameOid));
            request.CertificateExtensions.Add(new X509Extension(AlternativeNameOid, [0x30, 0x05, 0x82], critical: false));
        });
        Assert.Contains(CertificateProblem.NameMismatch, Problems(certificate, _authority.Trusted));
    }

    [Fact]
    public void Windows_may_fetch_the_roots_that_it_trusts_and_elsewhere_nothing_is_fetched() =>
        Assert.Equal(OperatingSystem.IsWindows(), CertificateChain.Trusting([], CertificateChain.OfflinePolicy).Any(policy => !policy.DisableCertificateDownloads));

    [Fact]
    public async Task If_roots_may_be_fetched_an_intermediate_that_was_not_sent_is_still_missing()
    {
        var intermediate = _authority.IssueIntermediate();
        await using var address = new HttpFile { Content = intermediate.RawData };
        var leaf = _authority.Issue(issuer: intermediate, issuerAddress: address.Address);
        using var alone = new ServerCertificate(leaf, []);
        using var whole = new ServerCertificate(leaf, [intermediate]);
        Assert.Null(CertificateChain.TryBuild(alone, [Fetching()]));
        var chain = CertificateChain.TryBuild(whole, [Fetching()]);
        Assert.NotNull(chain);
        CertificateChain.Release(chain);

        X509ChainPolicy Fetching()
        {
            var policy = CertificateChain.OfflinePolicy();
            policy.DisableCertificateDownloads = false;
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(_authority.Trusted);
            return policy;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_recreated_root_is_not_the_trusted_one(bool namesKey)
    {
        using var again = _authority.Again();
        var certificate = again.Issue(change: request => NameIssuer(request, again.Root, key: namesKey));
        Assert.Equal([CertificateProblem.UnknownRoot], Problems(certificate, _authority.Trusted));
    }

    [Fact]
    public void An_issuer_that_issued_itself_is_an_unknown_root_whatever_roots_were_given()
    {
        using var other = new TestAuthority();
        var certificate = other.Issue(change: request => NameIssuer(request, other.Root, issuer: true));
        Assert.Equal([CertificateProblem.UnknownRoot], Problems(certificate, _authority.Trusted));
    }

    [Fact]
    public void An_issuer_that_another_issued_is_missing_even_where_no_roots_were_given()
    {
        var intermediate = _authority.IssueIntermediate();
        var certificate = _authority.Issue(issuer: intermediate, change: request => NameIssuer(request, intermediate, issuer: true));
        Assert.Equal([CertificateProblem.IncompleteChain], Problems(certificate, []));
    }

    private static void NameIssuer(CertificateRequest request, X509Certificate2 authority, bool key = true, bool issuer = false)
    {
        if (key)
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, key, issuer));
    }

    private static IReadOnlyList<CertificateProblem> Problems(X509Certificate2 certificate, X509Certificate2Collection roots, string host = TestAuthority.Host)
    {
        var options = new TlsOptions { ExtraRoots = roots };
        using var chain = new X509Chain { ChainPolicy = CertificateVerifier.HandshakePolicy(options) };
        chain.Build(certificate);
        return CertificateVerifier.Verify(certificate, chain, host, options).Problems;
    }

    private async Task<IReadOnlyList<CertificateProblem>> HandshakeAsync(X509Certificate2 certificate, string host)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(TestAuthority.Serve(certificate));
            await connection.UntilClosedAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, host) with { Tls = new TlsOptions { ExtraRoots = _authority.Trusted } });
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        return (await session.SecureAsync(default)).Facts!.Problems;
    }
}
