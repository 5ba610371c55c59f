using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;
using EmailSettings.Testing;
using EmailSettings.Testing.Certificates;

namespace EmailSettings.Mail.Tests;

/// <summary>A certificate's dates in the repeated hour. Not in parallel with others: the time zone is process-wide.</summary>
[Collection(NotParallel.Name)]
public sealed class CertificateTimeTests : IClassFixture<TestAuthority>
{
    private const double Minute = 1.0 / 24 / 60;

    private readonly TestAuthority _authority;

    public CertificateTimeTests(TestAuthority authority) => _authority = authority;

    [Theory]
    [InlineData(-1, -45 * Minute, CertificateProblem.Expired)]
    [InlineData(-45 * Minute, 1, null)]
    public void Dates_before_the_clocks_went_back_are_past(double fromDays, double toDays, CertificateProblem? problem)
    {
        Skip.OnWindows("Windows keeps its time zones elsewhere than in files.");
        using var zone = new ClocksGoneBack();
        using var certificate = _authority.Issue(fromDays: fromDays, toDays: toDays);
        Assert.True((problem is null ? certificate.NotBefore : certificate.NotAfter) > DateTime.Now, "The hour does not come twice here.");
        var options = new TlsOptions { ExtraRoots = _authority.Trusted };
        using var chain = new X509Chain { ChainPolicy = CertificateVerifier.HandshakePolicy(options) };
        chain.Build(certificate);
        var problems = CertificateVerifier.Verify(certificate, chain, TestAuthority.Host, options).Problems;
        Assert.Equal(problem is { } only ? [only] : [], problems);
    }
}
