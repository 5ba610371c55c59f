using System.Text;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>
/// Secrets in every possible place, with servers that repeat everything they receive: verbatim, in base64 and URL-encoded. None
/// may come out.
/// </summary>
public sealed class CanaryTests : IDisposable
{
    private const string User = "CanaryUser42@example.test";
    private const string Secret = "C4nary-Secret-0815/+x";
    private const string TokenMark = "c4naryInsideTheToken";

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("AUTH PLAIN")]
    [InlineData("AUTH LOGIN")]
    public async Task An_SMTP_login(string mechanism)
    {
        await using var server = new ScriptedServer(connection => EchoSmtpAsync(connection, mechanism));
        AssertClean(await _bench.OutgoingAsync(server, request => WithLogin(request) with { SenderAddress = "a@example.test", RecipientAddress = "b@example.test" }));
    }

    [Fact]
    public async Task A_mailbox_that_sends_as_itself()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 in", "C: MAIL", $"S: 250 {User}", "C: RCPT", $"S: 550 5.1.1 <{User}>", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { SenderAddress = User, RecipientAddress = User });
        Assert.Contains(report.Transcript, line => line.Text == "MAIL FROM:<[redacted]>");
        AssertClean(report);
    }

    [Theory]
    [InlineData("IMAP4rev1")]
    [InlineData("IMAP4rev1 AUTH=PLAIN")]
    [InlineData("IMAP4rev1 AUTH=PLAIN SASL-IR")]
    [InlineData("IMAP4rev1 AUTH=LOGIN")]
    public async Task An_IMAP_login(string capabilities)
    {
        foreach (var accepts in new[] { true, false })
        {
            await using var server = new ScriptedServer(connection => EchoImapAsync(connection, capabilities, accepts));
            AssertClean(await _bench.IncomingAsync(server, WithLogin));
        }
    }

    [Theory]
    [InlineData(TestAuthentication.OAuthService, "AUTH=XOAUTH2", true)]
    [InlineData(TestAuthentication.OAuthService, "AUTH=OAUTHBEARER SASL-IR", false)]
    [InlineData(TestAuthentication.OAuthUser, "AUTH=XOAUTH2 SASL-IR", false)]
    public async Task A_token_and_the_server_that_gets_it(TestAuthentication authentication, string mechanisms, bool accepts)
    {
        await using var tokens = new ScriptedTokenEndpoint { Canary = TokenMark };
        var certificate = TestAuthority.Serve(TestBench.Authority.Issue());
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(certificate);
            // It does not receive the client secret; it does receive the token, and repeats that.
            await EchoImapAsync(connection, $"IMAP4rev1 {mechanisms}", accepts, "");
        });
        var report = await _bench.IncomingAsync(server, request => tokens.Use(WithLogin(request)) with { TlsMode = TlsChoice.Implicit, Authentication = authentication, Mailbox = User });
        Expect.Passed(report, TestStage.Token);
        Assert.Contains(server.Received, line => line.Length > 400);
        AssertClean(report, tokens.LastToken, Base64(tokens.LastToken));
    }

    [Theory]
    [InlineData(TestAuthentication.OAuthService)]
    [InlineData(TestAuthentication.OAuthUser)]
    public async Task An_authority_that_repeats_the_request(TestAuthentication authentication)
    {
        await using var tokens = new ScriptedTokenEndpoint { Error = (7000215, "invalid_client", 401) };
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=XOAUTH2", "C: LOGOUT", "S: A2 OK");
        var report = await _bench.IncomingAsync(server, request => tokens.Use(WithLogin(request)) with { Authentication = authentication, Mailbox = User });
        Assert.Contains("You sent", ReportText.Of(report), StringComparison.Ordinal);
        AssertClean(report);
    }

    [Fact]
    public async Task Graph_that_repeats_the_mailbox()
    {
        await using var tokens = new ScriptedTokenEndpoint
        {
            GraphRoles = ["Mail.ReadWrite"],
            Canary = TokenMark,
            Inbox = (404, $$$"""{"error":{"code":"ErrorInvalidUser","message":"The requested user '{{{User}}}' is invalid."}}"""),
        };
        _bench.With(services => services with { GraphRoot = tokens.Root });
        var report = await _bench.Tests.TestAsync(tokens.Use(new IncomingTestRequest
        {
            Host = TestBench.Host,
            Mailbox = User,
            ClientSecret = _bench.Secret(Secret),
            Transport = TestTransport.Graph,
        }));
        Expect.Primary(report, "Mailbox.NotFound", TestStage.Mailbox);
        AssertClean(report);
    }

    [Fact]
    public async Task A_stored_secret_and_the_history()
    {
        await using var server = new ScriptedServer(connection => EchoSmtpAsync(connection, "AUTH PLAIN"));
        _bench.Store(server, Secret);
        var before = _bench.System.Session.Settings.ReadHistory().Count;
        AssertClean(await _bench.Tests.TestAsync(new OutgoingTestRequest { User = User, Timeouts = TestBench.Patient }));
        Assert.Equal(before, _bench.System.Session.Settings.ReadHistory().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nul\0inside")]
    public async Task An_unusable_secret_is_not_repeated(string more)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: QUIT", "S: 221 bye");
        var text = more.Length == 0 ? "" : Secret + more;
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { Password = _bench.Secret(text) });
        Expect.Primary(report, "Settings.Invalid", TestStage.Secret);
        AssertClean(report);
    }

    private T WithLogin<T>(T request)
        where T : ServerTestRequest => request with { Authentication = TestAuthentication.Basic, User = User, Password = _bench.Secret(Secret), ClientSecret = _bench.Secret(Secret) };

    private static async Task EchoSmtpAsync(ScriptedConnection connection, string mechanism)
    {
        await connection.SendAsync("220 hi");
        await connection.ReadLineAsync();
        await connection.SendRawAsync($"250-x\r\n250 {mechanism}\r\n");
        var heard = await connection.ReadLineAsync() ?? "";
        if (mechanism == "AUTH LOGIN")
        {
            await connection.SendAsync($"334 {heard}");
            heard += " " + await connection.ReadLineAsync();
            await connection.SendAsync($"334 {heard}");
            heard += " " + await connection.ReadLineAsync();
        }
        await connection.SendAsync($"535 5.7.8 {heard} {User} {Secret} {Base64(User)} {Base64(Secret)}");
        while (await connection.ReadLineAsync() is { } line) await connection.SendAsync($"550 {line} {User} {Secret}");
    }

    private static async Task EchoImapAsync(ScriptedConnection connection, string capabilities, bool accepts, string secret = Secret)
    {
        await connection.SendAsync("* OK hi");
        var heard = "";
        var isIn = false;
        while (await connection.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words.Length > 1 && words[1] == "CAPABILITY")
            {
                await connection.SendAsync($"* CAPABILITY {capabilities}");
                await connection.SendAsync($"{words[0]} OK");
            }
            else if (words.Length > 1 && words[1] is "EXAMINE" or "LOGOUT")
            {
                await connection.SendAsync($"* NO {heard} {User} {secret}");
                await connection.SendAsync($"{words[0]} NO {heard} {User} {secret}");
            }
            else
            {
                heard += " " + line;
                // A literal or a bare mechanism is followed by more lines.
                var waits = line.EndsWith('}') || (words is [_, "AUTHENTICATE", _]) || (words.Length == 1 && capabilities.Contains("LOGIN", StringComparison.Ordinal) && !isIn && heard.Split(' ').Length < 5);
                if (waits)
                {
                    await connection.SendAsync($"+ {heard}");
                    continue;
                }
                isIn = true;
                await connection.SendAsync($"* NO {heard} {User} {secret} {Base64(User)} {Base64(secret)}");
                await connection.SendAsync($"A2 {(accepts ? "OK" : "NO")} {heard} {User} {secret}");
            }
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void AssertClean(ServerTestReport report, params string[] more)
    {
        var shown = ReportText.Of(report) + ReportText.Json(report) + report;
        string[] canaries = [User, Secret, TokenMark, Base64(User), Base64(Secret), Uri.EscapeDataString(User), Uri.EscapeDataString(Secret), Base64($"\0{User}\0{Secret}"), .. more];
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, shown, StringComparison.OrdinalIgnoreCase));
    }
}
