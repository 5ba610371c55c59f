using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stage Token, and how a refused login refers to it. The authority is scripted, MSAL is real.</summary>
public sealed class TokenTests : IDisposable
{
    private static readonly string[] Refusing =
        Scripts.ImapLines("IMAP4rev1 AUTH=XOAUTH2 SASL-IR", "C: AUTHENTICATE", "S: A2 NO AUTHENTICATE failed.", "C: LOGOUT", "S: A3 OK");

    private static readonly string[] Welcoming = Scripts.ImapLines(
        "IMAP4rev1 AUTH=XOAUTH2 SASL-IR", "C: AUTHENTICATE", "S: A2 OK in", "C: EXAMINE", "S: * 1 EXISTS", "S: A3 OK", "C: LOGOUT", "S: A4 OK");

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_token_is_acquired_described_and_used()
    {
        await using var tokens = new ScriptedTokenEndpoint();
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Welcoming);
        var report = await TestAsync(server, tokens);
        Expect.Passed(report, TestStage.Secret, TestStage.Token, TestStage.Authenticate, TestStage.Mailbox, TestStage.Quit);
        var facts = Assert.IsType<TokenFacts>(Expect.Stage(report, TestStage.Token).Facts);
        Assert.Equal(["IMAP.AccessAsApp", "SMTP.SendAsApp"], facts.Roles);
        Assert.Equal(tokens.TenantId.ToString("D"), facts.TenantId);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), facts.IssuedAt);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero), facts.NotBefore);
        Assert.Equal(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), facts.ExpiresAt);
    }

    [Theory]
    [Provokes("Token.SecretWrong")]
    [Provokes("Token.SecretExpired")]
    [Provokes("Token.PasswordWrong")]
    [Provokes("Token.ConsentMissing")]
    [Provokes("Token.ClientUnknown")]
    [Provokes("Token.TenantUnknown")]
    [Provokes("Token.PublicClientOff")]
    [Provokes("Token.InteractionRequired")]
    [Provokes("Token.Throttled")]
    [Provokes("Token.UserUnknown")]
    [Provokes("Token.AccountLocked")]
    [Provokes("Token.PasswordExpired")]
    [Provokes("Token.AccountDisabled")]
    [Provokes("Token.UserNotAssigned")]
    [Provokes("Token.ResourceMissing")]
    [Provokes("Token.ApplicationDisabled")]
    [Provokes("Token.ConditionalAccess")]
    [Provokes("Token.SecurityDefaults")]
    [Provokes("Token.AuthorityFault")]
    [Provokes("Token.Refused")]
    [InlineData(7000215, "invalid_client", 401, "Token.SecretWrong")]
    [InlineData(7000222, "invalid_client", 401, "Token.SecretExpired")]
    [InlineData(50126, "invalid_grant", 400, "Token.PasswordWrong")]
    [InlineData(50034, "invalid_grant", 400, "Token.UserUnknown")]
    [InlineData(50053, "invalid_grant", 400, "Token.AccountLocked")]
    [InlineData(50055, "invalid_grant", 400, "Token.PasswordExpired")]
    [InlineData(50057, "invalid_grant", 400, "Token.AccountDisabled")]
    [InlineData(50105, "invalid_grant", 400, "Token.UserNotAssigned")]
    [InlineData(500011, "invalid_resource", 400, "Token.ResourceMissing")]
    [InlineData(7000112, "unauthorized_client", 400, "Token.ApplicationDisabled")]
    [InlineData(530035, "access_denied", 400, "Token.SecurityDefaults")]
    [InlineData(50033, "temporarily_unavailable", 400, "Token.AuthorityFault")]
    [InlineData(65001, "invalid_grant", 400, "Token.ConsentMissing")]
    [InlineData(700016, "unauthorized_client", 400, "Token.ClientUnknown")]
    [InlineData(90002, "invalid_request", 400, "Token.TenantUnknown")]
    [InlineData(7000218, "invalid_client", 401, "Token.PublicClientOff")]
    [InlineData(50076, "interaction_required", 400, "Token.InteractionRequired")]
    [InlineData(53003, "interaction_required", 400, "Token.ConditionalAccess")]
    [InlineData(50196, "invalid_grant", 429, "Token.Throttled")]
    [InlineData(999999, "server_error", 500, "Token.Refused")]
    public async Task A_refused_token_is_explained_by_its_number(int number, string code, int status, string id)
    {
        await using var tokens = new ScriptedTokenEndpoint { Error = (number, code, status) };
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Scripts.ImapLines("IMAP4rev1 AUTH=XOAUTH2", "C: LOGOUT", "S: A2 OK"));
        var report = await TestAsync(server, tokens);
        var finding = Expect.Primary(report, id, TestStage.Token);
        Assert.Contains($"AADSTS{number}", finding.ServerText, StringComparison.Ordinal);
        Expect.Passed(report, TestStage.Tls, TestStage.Capabilities, TestStage.Quit);
        Expect.Skipped(report, TestStage.Authenticate, TestStage.Mailbox);
    }

    [Fact]
    [Provokes("Token.Unreachable")]
    public async Task An_authority_that_cannot_be_reached_is_named()
    {
        var tokens = new ScriptedTokenEndpoint();
        await tokens.DisposeAsync();
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(), Welcoming);
        Expect.Primary(await TestAsync(server, tokens), "Token.Unreachable", TestStage.Token);
    }

    [Fact]
    [Provokes("Token.Untrusted")]
    public async Task An_authority_whose_TLS_is_not_trusted_gets_no_secret()
    {
        using var stranger = new TestAuthority();
        await using var tokens = new ScriptedTokenEndpoint(stranger.Issue("localhost"));
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(), Welcoming);
        Expect.Primary(await TestAsync(server, tokens), "Token.Untrusted", TestStage.Token);
        Assert.Empty(tokens.Received);
    }

    [Theory]
    [Provokes("Token.Audience")]
    [Provokes("Token.RoleMissing")]
    [Provokes("Token.GraphOnly")]
    [InlineData("Token.Audience")]
    [InlineData("Token.RoleMissing")]
    [InlineData("Token.GraphOnly")]
    public async Task A_token_without_the_right_is_a_warning_until_the_server_refuses_it(string id)
    {
        await using var tokens = new ScriptedTokenEndpoint
        {
            Roles = id == "Token.Audience" ? ["IMAP.AccessAsApp"] : [],
            GraphRoles = id == "Token.GraphOnly" ? ["Mail.ReadWrite", "Mail.Send"] : [],
            Audience = id == "Token.Audience" ? "https://someone.example.test" : null,
        };
        await using var refusing = Scripts.Implicit(TestBench.Authority.Issue(), Refusing);
        var refused = await TestAsync(refusing, tokens, TestTransport.Imap);
        Expect.Primary(refused, id, TestStage.Token);
        Assert.Contains(refused.Findings, finding => finding.Id == "Authenticate.Rejected");

        await using var welcoming = Scripts.Implicit(TestBench.Authority.Issue(), Welcoming);
        var taken = await TestAsync(welcoming, tokens, TestTransport.Imap);
        Expect.Noted(taken, id, TestStage.Token);
        Assert.Null(taken.Primary);
    }

    [Fact]
    public async Task A_login_without_effect_turns_the_warning_into_an_error()
    {
        await using var tokens = new ScriptedTokenEndpoint { Roles = [] };
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(), Scripts.ImapLines(
            "IMAP4rev1 AUTH=XOAUTH2 SASL-IR", "C: AUTHENTICATE", "S: A2 OK in", "C: EXAMINE", "S: A3 BAD User is authenticated but not connected.", "C: LOGOUT", "S: A4 OK"));
        Expect.Primary(await TestAsync(server, tokens, TestTransport.Imap), "Token.RoleMissing", TestStage.Token);
    }

    [Fact]
    public async Task Permissions_only_for_Graph_select_Graph_by_default()
    {
        await using var tokens = new ScriptedTokenEndpoint { Roles = [], GraphRoles = ["Mail.ReadWrite"] };
        var report = await GraphAsync(tokens, TestTransport.Auto);
        Assert.Equal(CheckStatus.Passed, report.Status);
        Expect.Skipped(report, TestStage.Dns, TestStage.Connect, TestStage.Authenticate, TestStage.Quit);
        var facts = Assert.IsType<MailboxStageFacts>(Expect.Stage(report, TestStage.Mailbox).Facts);
        Assert.Equal(("Graph", 7), (facts.Via, facts.Messages));
        Assert.Equal(tokens.Root.Authority, report.Target);
        Assert.Contains(report.Transcript, line => line.Text == "A further token, for Microsoft Graph: with the right Mail.ReadWrite.");
    }

    [Theory]
    [InlineData(TestTransport.Auto)]
    [InlineData(TestTransport.Smtp)]
    public async Task An_application_that_may_send_only_through_Graph_is_reported(TestTransport transport)
    {
        await using var tokens = new ScriptedTokenEndpoint { Roles = [], GraphRoles = ["Mail.Send"] };
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Scripts.SmtpLines(["SIZE 200000000", "8BITMIME", "AUTH XOAUTH2"], "C: AUTH", "S: 535 5.7.3 no", "C: QUIT", "S: 221 bye"));
        var report = await _bench.OutgoingAsync(server, request => tokens.Use(request) with
        {
            TlsMode = TlsChoice.Implicit,
            User = "service@example.test",
            ClientSecret = _bench.Secret("client-secret"),
            Transport = transport,
        });
        if (transport == TestTransport.Smtp)
        {
            Expect.Primary(report, "Token.GraphOnly", TestStage.Token);
            return;
        }
        Assert.Equal(CheckStatus.Passed, report.Status);
        Expect.Skipped(report, TestStage.Connect, TestStage.Authenticate);
        Assert.Empty(server.Received);
    }

    [Theory]
    [Provokes("Mailbox.GraphUnreachable")]
    [InlineData(404, "ErrorInvalidUser", "Mailbox.NotFound")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", "Mailbox.NotConnected")]
    [InlineData(403, "ErrorAccessDenied", "Mailbox.NotConnected")]
    [InlineData(401, "InvalidAuthenticationToken", "Authenticate.Rejected")]
    [InlineData(429, "TooManyRequests", "Authenticate.Throttled")]
    [InlineData(503, "ServiceUnavailable", "Mailbox.GraphUnreachable")]
    public async Task What_Graph_refuses_is_explained_by_its_status(int status, string code, string id)
    {
        await using var tokens = new ScriptedTokenEndpoint
        {
            GraphRoles = ["Mail.ReadWrite"],
            Inbox = (status, $$$"""{"error":{"code":"{{{code}}}","message":"No."}}"""),
        };
        var finding = Expect.Primary(await GraphAsync(tokens, TestTransport.Graph), id, TestStage.Mailbox);
        Assert.Contains(code, finding.ServerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_right_at_Graph_becomes_an_error_when_Graph_refuses()
    {
        await using var tokens = new ScriptedTokenEndpoint { Inbox = (403, """{"error":{"code":"ErrorAccessDenied","message":"No."}}""") };
        Expect.Primary(await GraphAsync(tokens, TestTransport.Graph), "Token.RoleMissing", TestStage.Token);
    }

    [Theory]
    [InlineData("Mail.Send", CheckStatus.Passed)]
    [InlineData("Mail.Read", CheckStatus.Failed)]
    public async Task Sending_over_Graph_is_judged_by_the_role(string role, CheckStatus status)
    {
        await using var tokens = new ScriptedTokenEndpoint { GraphRoles = [role] };
        _bench.With(services => services with { GraphRoot = tokens.Root });
        var report = await _bench.Tests.TestAsync(tokens.Use(new OutgoingTestRequest
        {
            Host = TestBench.Host,
            User = "sender@example.test",
            ClientSecret = _bench.Secret("client-secret"),
            Transport = TestTransport.Graph,
        }));
        Assert.Equal(status, report.Status);
        if (status == CheckStatus.Failed) Expect.Primary(report, "Token.RoleMissing", TestStage.Token);
        Expect.Skipped(report, TestStage.Connect, TestStage.Envelope, TestStage.Quit);
    }

    [Fact]
    public async Task A_token_is_never_sent_without_TLS()
    {
        await using var tokens = new ScriptedTokenEndpoint();
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=XOAUTH2 SASL-IR", "C: LOGOUT", "S: A2 OK");
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with { Mailbox = "a@example.test", ClientSecret = _bench.Secret("client-secret") });
        Expect.Primary(report, "Authenticate.OverPlaintext", TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.Contains("AUTHENTICATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_signs_in_with_user_name_and_password()
    {
        await using var tokens = new ScriptedTokenEndpoint();
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Welcoming);
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with
        {
            TlsMode = TlsChoice.Implicit,
            Authentication = TestAuthentication.OAuthUser,
            User = "alice@example.test",
            Password = _bench.Secret("her-password"),
        });
        Expect.Passed(report, TestStage.Token, TestStage.Authenticate, TestStage.Mailbox);
        Assert.Equal(["IMAP.AccessAsUser.All", "SMTP.Send"], Assert.IsType<TokenFacts>(Expect.Stage(report, TestStage.Token).Facts).Scopes);
    }

    [Theory]
    [Provokes("Token.DeviceCodeNotConfirmed")]
    [InlineData("Enter ABCD-1234.", "Enter ABCD-1234.")]
    [InlineData(null, "To sign in, open https://localhost/device in a browser and enter the code ABCD-1234.")]
    public async Task A_device_code_is_shown_at_once_and_its_refusal_named(string? sent, string message)
    {
        await using var tokens = new ScriptedTokenEndpoint { Error = (70018, "authorization_declined", 400), CodeMessage = sent };
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(), Scripts.ImapLines("IMAP4rev1 AUTH=XOAUTH2", "C: LOGOUT", "S: A2 OK"));
        var shown = new TaskCompletionSource<string>();
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with
        {
            TlsMode = TlsChoice.Implicit,
            Authentication = TestAuthentication.OAuthUser,
            Mailbox = "alice@example.test",
            DeviceCode = prompt => shown.TrySetResult(prompt.Message),
            Timeouts = new TestTimeouts(),
        });
        Assert.Equal(message, await shown.Task);
        Expect.Primary(report, "Token.DeviceCodeNotConfirmed", TestStage.Token);
    }

    [Fact]
    public async Task A_device_code_without_a_user_name_is_tested_as_far_as_the_token()
    {
        await using var tokens = new ScriptedTokenEndpoint { Error = (70018, "authorization_declined", 400) };
        await using var server = new ScriptedServer("S: 220 mail", "C: EHLO", "S: 250-mail", "S: 250 AUTH XOAUTH2", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => tokens.Use(request) with { Authentication = TestAuthentication.OAuthUser, DeviceCode = _ => { } });
        Expect.Noted(report, "Settings.Incomplete", TestStage.Settings);
        Expect.Primary(report, "Token.DeviceCodeNotConfirmed", TestStage.Token);
    }

    private Task<ServerTestReport> TestAsync(ScriptedServer server, ScriptedTokenEndpoint tokens, TestTransport transport = TestTransport.Auto) =>
        _bench.IncomingAsync(server, request => tokens.Use(request) with
        {
            TlsMode = TlsChoice.Implicit,
            Mailbox = "service@example.test",
            ClientSecret = _bench.Secret("client-secret"),
            Transport = transport,
            Timeouts = new TestTimeouts(),
        });

    private Task<ServerTestReport> GraphAsync(ScriptedTokenEndpoint tokens, TestTransport transport)
    {
        _bench.With(services => services with { GraphRoot = tokens.Root });
        return _bench.Tests.TestAsync(tokens.Use(new IncomingTestRequest
        {
            Host = TestBench.Host,
            Mailbox = "service@example.test",
            ClientSecret = _bench.Secret("client-secret"),
            Transport = transport,
        }));
    }
}
