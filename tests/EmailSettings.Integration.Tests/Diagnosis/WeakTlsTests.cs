using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Fronts;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail.Tls;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>Real handshakes with servers whose TLS is weak or outdated, and their explanations.</summary>
[Collection(MailSystem.Name)]
public sealed class WeakTlsTests : IDisposable
{
    // Also offers Diffie-Hellman key exchange, which .NET does not by default, like a system with such a policy.
    private const string OfferingDiffieHellman = """
        openssl_conf = all
        [all]
        ssl_conf = tls
        [tls]
        system_default = defaults
        [defaults]
        CipherString = DEFAULT:@SECLEVEL=2

        """;

    private readonly TestCertificateAuthority _authority = new();
    private readonly MailSystemBench _bench;

    public WeakTlsTests() => _bench = new MailSystemBench(_authority);

    public void Dispose()
    {
        _bench.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [InlineData("-tls1_2 -cipher AES128-GCM-SHA256", "Tls.NoCommonCipher", "TLS 1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_2 -cipher ECDHE-RSA-AES128-SHA", "Tls.NoCommonCipher", "TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("-tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0 -dhparam " + OpenSslServer.SmallGroup, "Tls.NoCommonCipher", "TLS 1.2", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1 -cipher ALL:@SECLEVEL=0", "Tls.OldVersion", "TLS 1.0", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("-tls1_1 -cipher ALL:@SECLEVEL=0", "Tls.OldVersion", "TLS 1.1", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("-tls1_2 -cipher ALL:@SECLEVEL=0 -sigalgs RSA+SHA1", "Tls.WeakSignature", "TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_2 -curves brainpoolP256r1", "Tls.NoCommonGroup", "TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_3 -ciphersuites TLS_AES_128_CCM_8_SHA256", "Tls.NoCommonCipher", "TLS 1.3", "TLS_AES_128_CCM_8_SHA256")]
    [InlineData("-tls1_2 -cipher NULL-SHA256:@SECLEVEL=0", "Tls.NoCommonCipher", "TLS 1.2", "TLS_RSA_WITH_NULL_SHA256")]
    [InlineData("-tls1_2 -cipher AECDH-AES128-SHA:@SECLEVEL=0", "Tls.NoCommonCipher", "TLS 1.2", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA")]
    [InlineData("-tls1_2 -psk 1a2b3c4d -cipher PSK-AES128-GCM-SHA256", "Tls.NoCommonCipher", "TLS 1.2", "TLS_PSK_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_2 -cipher ECDHE-RSA-CAMELLIA128-SHA256", "Tls.NoCommonCipher", "TLS 1.2", "TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256")]
    [InlineData("-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256", "Tls.Handshake", null, null)]
    [InlineData("-servername other.example -servername_fatal", "Tls.Handshake", null, null)]
    [InlineData("-tls1_2 -Verify 1", "Tls.ClientCertificateRequired", null, null)]
    public async Task A_failed_handshake_is_explained_with_what_the_server_supports(string arguments, string id, string? version, string? suite)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, null, arguments);
        var report = await _bench.Tests.TestAsync(Request(server.Port));
        Reports.Primary(report, id, TestStage.Tls);
        var facts = Assert.IsType<TlsFacts>(Reports.Stage(report, TestStage.Tls).Facts);
        Assert.Equal(version is null ? [] : [version], facts.SupportedVersions ?? []);
        Assert.Equal(suite is null ? [] : [suite], facts.ChosenCipherSuites ?? []);
    }

    [Theory]
    [InlineData("nistP256", "-tls1_2 -cipher ALL:@SECLEVEL=0 -sigalgs ECDSA+SHA1", "Tls.WeakSignature")]
    [InlineData("secp256k1", "", "Tls.Unusable")]
    [InlineData("brainpoolP256r1", "-tls1_2", "Tls.Unusable")]
    public async Task An_elliptic_curve_certificate_that_makes_the_handshake_fail_is_reported(string curve, string arguments, string id)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { UseEllipticCurve = true, Curve = curve }, arguments);
        Reports.Primary(await _bench.Tests.TestAsync(Request(server.Port)), id, TestStage.Tls);
    }

    [Fact]
    public async Task A_key_too_short_for_the_signatures_of_TLS_1_3_is_reported()
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { RsaBits = 512 }, "-cipher ALL:@SECLEVEL=0");
        Reports.Primary(await _bench.Tests.TestAsync(Request(server.Port)), "Tls.WeakCertificate", TestStage.Tls);
    }

    // .NET accepts them for RSA keys, as SChannel does; other programs do not.
    [Theory]
    [InlineData(X509KeyUsageFlags.KeyCertSign, "")]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, "")]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, "-tls1_2")]
    public async Task A_key_usage_without_signatures_causes_a_warning_if_the_handshake_works(X509KeyUsageFlags usage, string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { KeyUsage = usage }, arguments);
        var report = await _bench.Tests.TestAsync(Request(server.Port) with { NoProbe = true, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } });
        Assert.Contains(Reports.Stage(report, TestStage.Tls).Findings, finding => finding is { Id: "Tls.KeyUsage", Severity: Severity.Warning });
    }

    // As the client, OpenSSL refuses such an elliptic-curve key; as the server, GnuTLS supports no exchange that its RSA key must not sign.
    [Theory]
    [InlineData(true, X509KeyUsageFlags.KeyCertSign, "%DEBUG_ALLOW_KEY_USAGE_VIOLATIONS")]
    [InlineData(false, X509KeyUsageFlags.KeyEncipherment, "%SAFE_RENEGOTIATION")]
    public async Task A_key_usage_that_makes_the_handshake_fail_is_named(bool isElliptic, X509KeyUsageFlags usage, string priority)
    {
        Skip.IfMissing(GnuTlsServer.Fault);
        await using var server = await GnuTlsServer.StartAsync(_authority, new ServerCertificateOptions { UseEllipticCurve = isElliptic, KeyUsage = usage }, $"NORMAL:-VERS-TLS1.3:{priority}");
        var report = await _bench.Tests.TestAsync(Request(server.Port));
        Reports.Primary(report, "Tls.KeyUsage", TestStage.Tls);
    }

    [Theory]
    [InlineData("-SIGN-ALL:+SIGN-RSA-SHA1", "Tls.WeakSignature")]
    [InlineData("-CIPHER-ALL:+ARCFOUR-128", "Tls.NoCommonCipher")]
    [InlineData("-CIPHER-ALL:+3DES-CBC", "Tls.NoCommonCipher")]
    [InlineData("-KX-ALL:+ANON-ECDH", "Tls.NoCommonCipher")]
    [InlineData("-VERS-ALL:+VERS-TLS1.0", "Tls.OldVersion")]
    public async Task Restrictions_of_GnuTLS_are_explained_too(string priority, string id)
    {
        Skip.IfMissing(GnuTlsServer.Fault);
        await using var server = await GnuTlsServer.StartAsync(_authority, new ServerCertificateOptions(), $"NORMAL:-VERS-TLS1.3:{priority}");
        Reports.Primary(await _bench.Tests.TestAsync(Request(server.Port)), id, TestStage.Tls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-tls1_2")]
    public async Task A_certificate_for_another_purpose_is_refused(string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { Purpose = "1.3.6.1.5.5.7.3.2" }, arguments);
        Reports.Primary(await _bench.Tests.TestAsync(Request(server.Port)), "Tls.Unusable", TestStage.Tls);
    }

    // .NET accepts such a key, which OpenSSL by itself would not.
    [Theory]
    [InlineData("-cipher ALL:@SECLEVEL=0")]
    [InlineData("-tls1_2 -cipher ALL:@SECLEVEL=0")]
    public async Task An_accepted_weak_key_causes_a_warning(string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { RsaBits = 1024 }, arguments);
        var report = await _bench.Tests.TestAsync(Request(server.Port) with { NoProbe = true, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } });
        Assert.Contains(Reports.Stage(report, TestStage.Tls).Findings, finding => finding.Id == "Tls.WeakCertificate");
    }

    [Theory]
    [InlineData("-tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0 -dhparam " + OpenSslServer.SmallGroup)]
    public async Task A_small_Diffie_Hellman_group_is_named_if_this_machine_offers_such_an_exchange(string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, null, arguments);
        using var folder = new TemporaryFolder("es-front-");
        var roots = folder.Write("root.pem", _authority.Root.ExportCertificatePem());
        using var front = FrontProcess.Start(
            [.. FrontHome.CommandLine, "test", "outgoing", "--host", "localhost", "--port", $"{server.Port}", "--tls", "implicit", "--authentication", "Anonymous", "--ca", roots, "--output", "json"],
            new Dictionary<string, string?> { ["HOME"] = folder.Path, ["EMAILSETTINGS_STORE"] = folder["settings.db"], ["OPENSSL_CONF"] = folder.Write("openssl.cnf", OfferingDiffieHellman) },
            "");
        var answer = await front.EndAsync();
        Assert.Equal(["Tls.WeakKeyExchange"], answer.ErrorIds());
    }

    private static OutgoingTestRequest Request(int port) => new()
    {
        Host = "localhost",
        Port = port,
        TlsMode = TlsChoice.Implicit,
        Authentication = TestAuthentication.Anonymous,
    };
}
