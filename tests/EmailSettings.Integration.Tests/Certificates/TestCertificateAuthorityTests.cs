using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>Test certificates have exactly the faults that their options specify.</summary>
public sealed class TestCertificateAuthorityTests(TestCertificateAuthority authority) : IClassFixture<TestCertificateAuthority>
{
    public static TheoryData<ServerCertificateOptions, X509ChainStatusFlags> Qualities => new()
    {
        { new ServerCertificateOptions(), X509ChainStatusFlags.NoError },
        { new ServerCertificateOptions { UseEllipticCurve = true }, X509ChainStatusFlags.NoError },
        { ServerCertificateOptions.WrongName, X509ChainStatusFlags.NoError },
        { ServerCertificateOptions.Expired, X509ChainStatusFlags.NotTimeValid },
        { ServerCertificateOptions.NotYetValid, X509ChainStatusFlags.NotTimeValid },
        { new ServerCertificateOptions { FromIntermediate = true }, X509ChainStatusFlags.PartialChain },
    };

    [Theory]
    [MemberData(nameof(Qualities))]
    public void A_certificate_has_only_the_requested_fault(ServerCertificateOptions options, X509ChainStatusFlags expected)
    {
        using var certificate = authority.Issue(options);

        Assert.Equal(expected, Check(certificate));
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(options != ServerCertificateOptions.WrongName, certificate.MatchesHostname("localhost"));
    }

    [Fact]
    public void The_intermediate_completes_the_chain()
    {
        using var certificate = authority.Issue(new ServerCertificateOptions { FromIntermediate = true });

        Assert.Equal(X509ChainStatusFlags.NoError, Check(certificate, extra: authority.Intermediate));
    }

    [Fact]
    public void A_self_signed_certificate_is_trusted_by_nobody()
    {
        using var certificate = TestCertificateAuthority.SelfSigned();

        Assert.NotEqual(X509ChainStatusFlags.NoError, Check(certificate));
    }

    [Fact]
    public async Task A_revoked_certificate_is_known_as_such_by_its_CRL_and_its_neighbour_is_not()
    {
        await using var crl = await CrlServer.StartAsync();
        var options = new ServerCertificateOptions { CrlAddress = crl.Address };
        using var revoked = authority.Issue(options);
        using var good = authority.Issue(options);
        crl.Crl = authority.CreateCrl(revoked);

        Assert.Equal(X509ChainStatusFlags.Revoked, Check(revoked, X509RevocationMode.Online));
        Assert.Equal(X509ChainStatusFlags.NoError, Check(good, X509RevocationMode.Online));
        Assert.NotEqual(0, crl.RequestCount);
    }

    [Fact]
    public async Task Without_a_CRL_revocation_is_unknown()
    {
        await using var crl = await CrlServer.StartAsync();
        using var certificate = authority.Issue(new ServerCertificateOptions { CrlAddress = crl.Address });

        Assert.True(Check(certificate, X509RevocationMode.Online).HasFlag(X509ChainStatusFlags.RevocationStatusUnknown));
    }

    private X509ChainStatusFlags Check(
        X509Certificate2 certificate, X509RevocationMode revocation = X509RevocationMode.NoCheck, X509Certificate2? extra = null)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority.Root);
        chain.ChainPolicy.RevocationMode = revocation;
        if (extra is not null) chain.ChainPolicy.ExtraStore.Add(extra);
        chain.Build(certificate);
        return chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
    }
}
