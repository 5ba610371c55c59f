using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Tls;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Mail;

/// <summary>A real server with each kind of certificate.</summary>
[Collection(MailSystem.Name)]
public sealed class CertificatesOnDovecotTests(MailSystemFixture system) : RealSessionTests(system)
{
    public static TheoryData<string, ServerCertificateOptions, CertificateProblem> BadOnes => new()
    {
        { "expired", ServerCertificateOptions.Expired, CertificateProblem.Expired },
        { "not yet valid", ServerCertificateOptions.NotYetValid, CertificateProblem.NotYetValid },
        { "wrong name", ServerCertificateOptions.WrongName, CertificateProblem.NameMismatch },
        { "no intermediate", new ServerCertificateOptions { FromIntermediate = true, SendIntermediate = false }, CertificateProblem.IncompleteChain },
    };

    public static TheoryData<string, ServerCertificateOptions> GoodOnes => new()
    {
        { "RSA", new ServerCertificateOptions() },
        { "EC", new ServerCertificateOptions { UseEllipticCurve = true } },
        { "with intermediate", new ServerCertificateOptions { FromIntermediate = true } },
    };

    [Theory]
    [MemberData(nameof(BadOnes))]
    public async Task A_bad_certificate_is_refused_for_its_reason(string what, ServerCertificateOptions options, CertificateProblem expected)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var result = await SecureAsync(options, trusted: true);

        Assert.True(result.Failure?.Kind == MailFailureKind.CertificateRefused, $"{what}: {result.Failure}");
        Assert.Contains(expected, result.Facts!.Problems);
    }

    [Theory]
    [MemberData(nameof(GoodOnes))]
    public async Task A_good_certificate_is_accepted(string what, ServerCertificateOptions options)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var result = await SecureAsync(options, trusted: true);

        Assert.True(result.Succeeded, $"{what}: {result.Failure}");
        Assert.Equal(RevocationState.NoneNamed, result.Facts.Revocation);
    }

    [Fact]
    public async Task A_root_that_nobody_trusts_is_refused()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var result = await SecureAsync(new ServerCertificateOptions(), trusted: false);

        Assert.Equal(MailFailureKind.CertificateRefused, result.Failure?.Kind);
    }

    [Fact]
    public async Task Revoked_good_and_unknown_are_distinguished_by_the_CRL()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var crl = await CrlServer.StartAsync();
        crl.Crl = Fixture.Authority.CreateCrl();
        await using var gone = await CrlServer.StartAsync();
        await using var revoking = await CrlServer.StartAsync();

        var good = await SecureAsync(new ServerCertificateOptions { CrlAddress = crl.Address }, trusted: true);
        var unknown = await SecureAsync(new ServerCertificateOptions { CrlAddress = gone.Address }, trusted: true);
        var revoked = await SecureAsync(new ServerCertificateOptions { CrlAddress = revoking.Address }, trusted: true, revoking);

        Assert.Equal(RevocationState.Good, good.Facts?.Revocation);
        Assert.True(unknown.Succeeded, unknown.Failure?.ToString());
        Assert.Equal(RevocationState.Unknown, unknown.Facts.Revocation);
        Assert.Equal(MailFailureKind.CertificateRefused, revoked.Failure?.Kind);
        Assert.Contains(CertificateProblem.Revoked, revoked.Facts!.Problems);
    }

    private async Task<MailResult<TlsFacts>> SecureAsync(ServerCertificateOptions options, bool trusted, CrlServer? revokedBy = null)
    {
        await using var dovecot = await DovecotFixture.StartAsync(Fixture.Authority, Fixture.Tokens, new Dictionary<string, string>(), options);
        if (revokedBy is not null) revokedBy.Crl = Fixture.Authority.CreateCrl(dovecot.Certificate);
        var sessionOptions = Options(dovecot.ImapsPort, TlsMode.Implicit);
        await using var session = Sessions.CreateImap(trusted ? sessionOptions : sessionOptions with { Tls = new TlsOptions() });
        Require(await session.ResolveAsync(default));
        Require(await session.ConnectAsync(default));
        return await session.SecureAsync(default);
    }
}
