using System.Text.Json;
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
    [InlineData("-tls1_2 -cipher ALL:@SECLEVEL=0 -sigalgs RSA+SHA1", "Tls.Handshake", "TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_2 -Verify 1", "Tls.ClientCertificateRequired", null, null)]
    public async Task A_failed_handshake_is_explained_with_what_the_server_supports(string arguments, string id, string? version, string? suite)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, null, arguments);
        var report = await _bench.Tests.TestAsync(Request(server));
        Reports.Primary(report, id, TestStage.Tls);
        var facts = Assert.IsType<TlsFacts>(Reports.Stage(report, TestStage.Tls).Facts);
        Assert.Equal(version is null ? [] : [version], facts.VersionsTaken ?? []);
        Assert.Equal(suite is null ? [] : [suite], facts.SuitesTaken ?? []);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-tls1_2")]
    public async Task A_certificate_for_another_purpose_is_refused(string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { Purpose = "1.3.6.1.5.5.7.3.2" }, arguments);
        Reports.Primary(await _bench.Tests.TestAsync(Request(server)), "Tls.Unusable", TestStage.Tls);
    }

    // .NET accepts such a key, which OpenSSL by itself would not.
    [Theory]
    [InlineData("-cipher ALL:@SECLEVEL=0")]
    [InlineData("-tls1_2 -cipher ALL:@SECLEVEL=0")]
    public async Task An_accepted_weak_key_causes_a_warning(string arguments)
    {
        Skip.WithoutOpenssl();
        await using var server = await OpenSslServer.StartAsync(_authority, new ServerCertificateOptions { RsaBits = 1024 }, arguments);
        var report = await _bench.Tests.TestAsync(Request(server) with { NoProbe = true, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } });
        Assert.Contains(Reports.Stage(report, TestStage.Tls).Findings, finding => finding.Id == "Tls.WeakCertificate");
    }

    [Theory]
    [InlineData("-tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0 -dhparam " + OpenSslServer.SmallGroup)]
    public async Task A_Diffie_Hellman_group_that_is_too_small_is_named_where_this_machine_offers_such_an_exchange(string arguments)
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
        Assert.Equal(["Tls.Handshake"], answer.ErrorIds());
        Assert.Contains(JsonEncodedText.Encode(TlsFindings.KeyExchangeStep).ToString(), answer.Output, StringComparison.Ordinal);
    }

    private static OutgoingTestRequest Request(OpenSslServer server) => new()
    {
        Host = "localhost",
        Port = server.Port,
        TlsMode = TlsChoice.Implicit,
        Authentication = TestAuthentication.Anonymous,
    };
}
