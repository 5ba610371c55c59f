using System.Net.Security;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Servers other than a token endpoint, and broken ones. Graph is requested, so that no mail server is needed.</summary>
public sealed partial class TokenEndpointTests : IDisposable
{
    private const string Json = "application/json";

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Token.NotAnEndpoint")]
    [InlineData("200 OK", "text/html", "<html><title>Sign in to the hotel</title></html>", "")]
    [InlineData("200 OK", Json, "", "")]
    [InlineData("200 OK", Json, "null", "")]
    [InlineData("200 OK", Json, "[1]", "")]
    [InlineData("200 OK", Json, "{}", "")]
    [InlineData("200 OK", Json, """{"access_token":"x"}""", "")]
    [InlineData("200 OK", Json, """{"access_token":"","token_type":"Bearer","expires_in":3600}""", "")]
    [InlineData("200 OK", Json, """{"access_token":7,"token_type":[]}""", "")]
    [InlineData("200 OK", Json, """{"access_token":"x","token_type":"Bearer","expires_in":"soon"}""", "")]
    [InlineData("403 Forbidden", "text/html", "<html>blocked</html>", "")]
    [InlineData("404 Not Found", "text/html", "<html>404</html>", "")]
    [InlineData("404 Not Found", Json, """{"message":"no such path"}""", "")]
    [InlineData("400 Bad Request", Json, "", "")]
    [InlineData("302 Found", "text/html", "", TokenFindings.RedirectStep)]
    [InlineData("500 Internal Server Error", "text/html", "<html>oops</html>", TokenFindings.OutOfOrderStep)]
    [InlineData("503 Service Unavailable", "text/plain", "gone fishing", TokenFindings.OutOfOrderStep)]
    public async Task An_answer_without_token_or_OAuth_error_is_not_from_a_token_endpoint(string status, string type, string body, string step)
    {
        await using var tokens = new ScriptedTokenEndpoint { Raw = ("", Answer(status, type, body, "https://u:s3cret@login.hotel.example:8443/welcome?x=y")) };
        var finding = Expect.Primary(await TestAsync(tokens), "Token.NotAnEndpoint", TestStage.Token);
        Assert.Equal((step.Length == 0 ? TokenFindings.TokenNotAnEndpoint.NextStep : step).Replace("{limit}", "login.hotel.example", StringComparison.Ordinal), finding.NextStep);
        Assert.Equal(step == TokenFindings.RedirectStep, finding.Cause.Contains("login.hotel.example", StringComparison.Ordinal));
        IsPlain(finding);
    }

    [Fact]
    public async Task The_host_of_a_redirect_is_escaped_and_a_redirect_within_the_host_names_none()
    {
        await using var tokens = new ScriptedTokenEndpoint { Raw = ("", Answer("302 Found", "text/html", "", "/signin")) };
        var within = Expect.Primary(await TestAsync(tokens), "Token.NotAnEndpoint", TestStage.Token);
        Assert.Equal(TokenFindings.TokenNotAnEndpoint.NextStep, within.NextStep);

        tokens.Raw = ("", Answer("302 Found", "text/html", "", "https://client-secret.example/"));
        var echoing = Expect.Primary(await TestAsync(tokens), "Token.NotAnEndpoint", TestStage.Token);
        Assert.DoesNotContain("client-secret", echoing.Cause + echoing.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/token", """{"access_token":"x","token_type":"Bearer","expires_in":3600}""")]
    [InlineData("/token", "<html>")]
    [InlineData("", "<html>")]
    [InlineData("", "")]
    [InlineData("", "{}")]
    public async Task A_users_token_that_cannot_be_read_is_reported_in_plain_words(string pathEnd, string body)
    {
        await using var tokens = new ScriptedTokenEndpoint { Raw = (pathEnd, Answer("200 OK", Json, body)) };
        IsPlain(Expect.Primary(await TestUserAsync(tokens), "Token.NotAnEndpoint", TestStage.Token));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"device_code":"d","user_code":"","verification_uri":"https://localhost/device","expires_in":900}""")]
    [InlineData("")]
    public async Task A_device_code_that_cannot_be_read_is_reported_in_plain_words(string body)
    {
        await using var tokens = new ScriptedTokenEndpoint { Raw = ("/devicecode", Answer("200 OK", Json, body)) };
        IsPlain(Expect.Primary(await TestUserAsync(tokens, byCode: true), "Token.NotAnEndpoint", TestStage.Token));
    }

    [Fact]
    public async Task A_refusal_without_a_number_keeps_its_OAuth_code()
    {
        await using var tokens = new ScriptedTokenEndpoint { Raw = ("", Answer("400 Bad Request", Json, """{"error":"invalid_scope"}""")) };
        var finding = Expect.Primary(await TestAsync(tokens), "Token.Refused", TestStage.Token);
        Assert.Contains("invalid_scope", finding.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closes at once", "Token.Untrusted", TokenFindings.HandshakeStep)]
    [InlineData("closes after the handshake", "Token.Unreachable", "")]
    [InlineData("breaks after the handshake", "Token.Unreachable", "")]
    [InlineData("TLS 1.1", "Token.Untrusted", TokenFindings.HandshakeStep)]
    [InlineData("client certificate", "Token.Unreachable", "")]
    [InlineData("plain http", "Token.Untrusted", TokenFindings.HandshakeStep)]
    [InlineData("plain http that ends", "Token.Untrusted", TokenFindings.HandshakeStep)]
    [InlineData("nearly a record", "Token.Untrusted", TokenFindings.HandshakeStep)]
    [InlineData("no HTTP", "Token.NotAnEndpoint", "")]
    [InlineData("5 MB", "Token.NotAnEndpoint", "")]
    [InlineData("long header", "Token.NotAnEndpoint", "")]
    public async Task The_reason_for_a_missing_answer_is_reported_in_plain_words(string what, string id, string step)
    {
        await using var server = new ScriptedServer(connection => DisturbAsync(connection, what));
        var finding = Expect.Primary(await TestAsync(AddressOf(server)), id, TestStage.Token);
        if (step.Length > 0) Assert.Equal(step, finding.NextStep);
        if (what.StartsWith("plain", StringComparison.Ordinal)) Assert.Contains("HTTP/1.1 400 Bad Request", finding.Cause, StringComparison.Ordinal);
        IsPlain(finding);
    }

    [Fact]
    public async Task Silence_in_the_handshake_is_distinguished_from_silence_after_it()
    {
        await using var mute = new ScriptedServer(connection => connection.UntilClosedAsync());
        await using var slow = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(TestAuthority.Serve(TestBench.Authority.Issue("localhost")));
            await connection.UntilClosedAsync();
        });
        var hurried = new TestTimeouts { Reply = TimeSpan.FromSeconds(3) };
        var inHandshake = Expect.Primary(await TestAsync(AddressOf(mute), hurried), "Token.Unreachable", TestStage.Token);
        var after = Expect.Primary(await TestAsync(AddressOf(slow), hurried), "Token.Unreachable", TestStage.Token);
        Assert.Contains("TLS", inHandshake.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("TLS", after.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CertificateProblem.Expired, TokenFindings.DatesStep)]
    [InlineData(CertificateProblem.NotYetValid, TokenFindings.DatesStep)]
    [InlineData(CertificateProblem.NameMismatch, TokenFindings.NameStep)]
    [InlineData(CertificateProblem.WrongUsage, TokenFindings.CertificateStep)]
    [InlineData(CertificateProblem.SelfSigned, "")]
    [InlineData(CertificateProblem.UnknownRoot, "")]
    [InlineData(CertificateProblem.IncompleteChain, "")]
    public async Task A_bad_certificate_is_reported_with_its_own_next_step(CertificateProblem problem, string step)
    {
        using var stranger = new TestAuthority();
        var authority = TestBench.Authority;
        var certificate = problem switch
        {
            CertificateProblem.Expired => authority.Issue("localhost", -30, -2),
            CertificateProblem.NotYetValid => authority.Issue("localhost", 2, 30),
            CertificateProblem.NameMismatch => authority.Issue("elsewhere.example.test"),
            CertificateProblem.WrongUsage => authority.Issue("localhost", purpose: "1.3.6.1.5.5.7.3.2"),
            CertificateProblem.SelfSigned => authority.SelfSigned("localhost"),
            CertificateProblem.UnknownRoot => authority.Again().Issue("localhost"),
            _ => stranger.Issue("localhost", issuer: stranger.IssueIntermediate()),
        };
        await using var tokens = new ScriptedTokenEndpoint(certificate);
        var finding = Expect.Primary(await TestAsync(tokens), "Token.Untrusted", TestStage.Token);
        Assert.Equal(step.Length == 0 ? TokenFindings.TokenUntrusted.NextStep : step, finding.NextStep);
        Assert.DoesNotContain(problem.ToString(), Regex.Replace(finding.Cause, "CN=[^,']*", ""), StringComparison.Ordinal);
        Assert.Empty(tokens.Received);
        IsPlain(finding);
    }

    [Theory]
    [Provokes("Token.Unusable")]
    [InlineData(@"abc\r\nX-Injected: 1")]
    [InlineData(@"abc\n")]
    [InlineData(@"abc\u0000def")]
    [InlineData(@"abc\u0001def")]
    [InlineData(@"abc\u007f")]
    [InlineData("abcé")]
    public async Task A_token_that_no_mechanism_can_carry_ends_the_test_at_the_token(string token)
    {
        await using var tokens = new ScriptedTokenEndpoint { TokenText = token };
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Scripts.ImapLines("IMAP4rev1 AUTH=XOAUTH2 SASL-IR", "C: LOGOUT", "S: A2 OK"));
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with
        {
            TlsMode = TlsChoice.Implicit,
            Mailbox = "service@example.test",
            ClientSecret = _bench.Secret("client-secret"),
        });
        var finding = Expect.Primary(report, "Token.Unusable", TestStage.Token);
        Assert.DoesNotContain("abc", finding.Cause, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Authenticate);
    }

    private static async Task DisturbAsync(ScriptedConnection connection, string what)
    {
        if (what == "closes at once") return;
        if (what is "plain http" or "plain http that ends" or "nearly a record")
        {
            // The whole ClientHello, lest a reset overtakes the answer.
            await connection.Stream.ReadAtLeastAsync(new byte[8192], 100, cancellationToken: connection.Stop);
            await connection.SendRawAsync(what == "nearly a record" ? "\x80\x01\x01\x03\x01 and then nothing" : "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            if (what != "plain http that ends") await connection.UntilClosedAsync();
            return;
        }

        using var served = new SslStream(connection.Stream, leaveInnerStreamOpen: true);
        await served.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = TestAuthority.Serve(TestBench.Authority.Issue("localhost")),
#pragma warning disable CA5397, SYSLIB0039 // A server of yesterday is what is tested.
            EnabledSslProtocols = what == "TLS 1.1" ? SslProtocols.Tls11 : SslProtocols.None,
#pragma warning restore CA5397, SYSLIB0039
            ClientCertificateRequired = what == "client certificate",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null || what != "client certificate",
        }, connection.Stop);
        await served.ReadAtLeastAsync(new byte[64 * 1024], 1, cancellationToken: connection.Stop);
        var answer = what switch
        {
            "no HTTP" => "220 mail.example.test ESMTP\r\n",
            "5 MB" => Answer("200 OK", Json, new string('x', 5 * 1024 * 1024)),
            "long header" => $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 100_000)}\r\n\r\n",
            "breaks after the handshake" => "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
            _ => "",
        };
        await served.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), connection.Stop);
    }

    private static string Answer(string status, string type, string body, string? location = null) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{(location is null ? "" : $"Location: {location}\r\n")}Connection: close\r\n\r\n{body}";

    // Names of types, members and libraries mean nothing to an administrator.
    private static void IsPlain(Finding finding) => Assert.DoesNotMatch(Internals(), finding.Cause + finding.NextStep);

    [GeneratedRegex("Exception|inner|buffer|frame|sending the request|error:|::|SSL_", RegexOptions.CultureInvariant)]
    private static partial Regex Internals();

    private static void Ignore(DeviceCodePrompt prompt)
    {
    }

    private static Uri AddressOf(ScriptedServer server) => new($"https://localhost:{server.Port}/{Guid.NewGuid():D}");

    private Task<ServerTestReport> TestAsync(ScriptedTokenEndpoint tokens) => TestAsync(tokens.Address);

    private Task<ServerTestReport> TestAsync(Uri address, TestTimeouts? timeouts = null) => _bench.Tests.TestAsync(new IncomingTestRequest
    {
        Host = TestBench.Host,
        Address = address,
        ClientId = Guid.NewGuid(),
        Authentication = TestAuthentication.OAuthService,
        Mailbox = "service@example.test",
        ClientSecret = _bench.Secret("client-secret"),
        Transport = TestTransport.Graph,
        Timeouts = timeouts ?? TestBench.Patient,
    });

    private Task<ServerTestReport> TestUserAsync(ScriptedTokenEndpoint tokens, bool byCode = false)
    {
        var request = tokens.Use(new IncomingTestRequest { Host = TestBench.Host, User = "alice@example.test", Transport = TestTransport.Graph, Timeouts = TestBench.Patient });
        return _bench.Tests.TestAsync(request with
        {
            Authentication = TestAuthentication.OAuthUser,
            Password = byCode ? null : _bench.Secret("her-password"),
            DeviceCode = byCode ? Ignore : null,
        });
    }
}
