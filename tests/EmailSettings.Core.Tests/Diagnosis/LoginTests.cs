using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The stages Authenticate and Mailbox without a token; the replies are those of real servers.</summary>
public sealed class LoginTests : IDisposable
{
    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Authenticate.AccountBlocked")]
    [Provokes("Authenticate.NotAllowedHere")]
    [Provokes("Authenticate.Rejected")]
    [Provokes("Authenticate.Disabled")]
    [Provokes("Authenticate.Required")]
    [Provokes("Authenticate.AppPasswordRequired")]
    [Provokes("Authenticate.Throttled")]
    [Provokes("Authenticate.Unavailable")]
    [InlineData("535 5.7.8 Error: authentication failed", "Authenticate.Rejected")]
    [InlineData("535 5.7.3 Authentication unsuccessful", "Authenticate.Rejected")]
    [InlineData("535-5.7.8 Username and Password not accepted", "Authenticate.Rejected")]
    [InlineData("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.", "Authenticate.Disabled")]
    [InlineData("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.", "Authenticate.Rejected")]
    [InlineData("550 5.7.30 Basic authentication is not supported for Client Submission.", "Authenticate.Disabled")]
    [InlineData("530 5.7.57 Client not authenticated to send mail.", "Authenticate.Required")]
    [InlineData("534 5.7.9 Application-specific password required.", "Authenticate.AppPasswordRequired")]
    [InlineData("432 4.3.2 Concurrent connections limit exceeded.", "Authenticate.TooManyConnections")]
    [InlineData("432 4.7.12 A password transition is needed", "Authenticate.Rejected")]
    [InlineData("454 4.7.0 Too many login attempts, please try again later.", "Authenticate.Throttled")]
    [InlineData("454 4.7.0 Temporary authentication failure", "Authenticate.Unavailable")]
    [InlineData("504 5.5.4 Unrecognized authentication type", "Authenticate.MechanismNotOffered")]
    [InlineData("535 5.7.0 Your account has been suspended.", "Authenticate.AccountBlocked")]
    [InlineData("503 5.5.1 AUTH command used when not advertised", "Authenticate.NotAllowedHere")]
    public async Task A_refused_SMTP_login_is_explained_by_its_code(string answer, string id)
    {
        string[] lines = answer[3] == '-' ? [$"S: {answer}", $"S: {answer[..3]} more"] : [$"S: {answer}"];
        // An unknown mechanism is the server's own problem: the next one is tried.
        string[] again = id == "Authenticate.MechanismNotOffered" ? ["C: AUTH", .. lines] : [];
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, ["C: AUTH", .. lines, .. again, "C: QUIT", "S: 221 bye"]);
        var report = await _bench.OutgoingAsync(server, WithLogin);
        Assert.StartsWith($"{answer[..3]} {answer[4..20]}", Expect.Primary(report, id, TestStage.Authenticate).ServerText, StringComparison.Ordinal);
        Expect.Skipped(report, TestStage.Envelope);
        Expect.Passed(report, TestStage.Limits, TestStage.Quit);
    }

    [Theory]
    [Provokes("Authenticate.ProtocolOff")]
    [Provokes("Authenticate.NotAuthorized")]
    [InlineData("NO [AUTHENTICATIONFAILED] Invalid credentials", "Authenticate.Rejected")]
    [InlineData("NO LOGIN failed.", "Authenticate.Rejected")]
    [InlineData("NO [UNAVAILABLE] Temporary failure", "Authenticate.Unavailable")]
    [InlineData("NO [LIMIT] Too many", "Authenticate.Throttled")]
    [InlineData("NO [ALERT] Application-specific password required", "Authenticate.AppPasswordRequired")]
    [InlineData("NO [PRIVACYREQUIRED] Plaintext authentication disallowed", "StartTls.Required")]
    [InlineData("NO [ALERT] Your account is not enabled for IMAP use.", "Authenticate.ProtocolOff")]
    [InlineData("NO [AUTHORIZATIONFAILED] You may not log in as this user", "Authenticate.NotAuthorized")]
    [InlineData("BAD what", "Authenticate.Rejected")]
    public async Task A_refused_IMAP_login_is_explained_by_its_code(string answer, string id)
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTHENTICATE", $"S: A2 {answer}", "C: LOGOUT", "S: A3 OK");
        var report = await _bench.IncomingAsync(server, WithLogin);
        Expect.Primary(report, id, TestStage.Authenticate);
        Expect.Skipped(report, TestStage.Mailbox);
    }

    [Fact]
    [Provokes("Authenticate.MechanismNotOffered")]
    public async Task A_mechanism_that_is_not_on_offer_is_not_tried()
    {
        await using var smtp = Scripts.Smtp(["AUTH GSSAPI XOAUTH2"], "C: QUIT", "S: 221 bye");
        var finding = Expect.Primary(await _bench.OutgoingAsync(smtp, WithLogin), "Authenticate.MechanismNotOffered", TestStage.Authenticate);
        Assert.Contains("GSSAPI, XOAUTH2", finding.Cause, StringComparison.Ordinal);
        await using var imap = Scripts.Imap("IMAP4rev1 LOGINDISABLED AUTH=GSSAPI", "C: LOGOUT", "S: A2 OK");
        Expect.Primary(await _bench.IncomingAsync(imap, WithLogin), "Authenticate.MechanismNotOffered", TestStage.Authenticate);
        Assert.DoesNotContain(imap.Received, line => line.Contains("LOGIN ", StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("Authenticate.OverPlaintext")]
    public async Task A_password_without_TLS_is_a_warning_each_time()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, WithLogin);
        Expect.Noted(report, "Authenticate.OverPlaintext", TestStage.Authenticate);
        Assert.Equal(CheckStatus.Warning, report.Status);
    }

    [Theory]
    [Provokes("Mailbox.NotConnected")]
    [Provokes("Mailbox.NotFound")]
    [InlineData("BAD User is authenticated but not connected.", "Mailbox.NotConnected")]
    [InlineData("NO [NOPERM] Permission denied", "Mailbox.NotConnected")]
    [InlineData("BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds", "Authenticate.Throttled")]
    [InlineData("NO [UNAVAILABLE] The mail store is being moved", "Authenticate.Unavailable")]
    [InlineData("NO [NONEXISTENT] Unknown mailbox", "Mailbox.NotFound")]
    public async Task A_login_without_effect_is_a_failure(string answer, string id)
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTHENTICATE", "S: A2 OK in", "C: EXAMINE", $"S: A3 {answer}", "C: LOGOUT", "S: A4 OK");
        var report = await _bench.IncomingAsync(server, WithLogin);
        Expect.Primary(report, id, TestStage.Mailbox);
        Expect.Passed(report, TestStage.Quit);
    }

    [Fact]
    public async Task An_inbox_that_opens_is_counted()
    {
        await using var server = Scripts.Imap(
            "IMAP4rev1", "C: LOGIN", "S: A2 OK in", "C: EXAMINE", "S: * 42 EXISTS", "S: * OK [UIDVALIDITY 7] x", "S: A3 OK [READ-ONLY] x", "C: LOGOUT", "S: * BYE", "S: A4 OK");
        var report = await _bench.IncomingAsync(server, WithLogin);
        var facts = Assert.IsType<MailboxStageFacts>(Expect.Stage(report, TestStage.Mailbox).Facts);
        Assert.Equal((42, 7), (facts.Messages, facts.UidValidity));
        Assert.Equal("LOGIN command", Assert.IsType<AuthenticateFacts>(Expect.Stage(report, TestStage.Authenticate).Facts).Mechanism);
    }

    [Theory]
    [InlineData("smtp.office365.com", "535 5.7.139 SmtpClientAuthentication is disabled", "Set-CASMailbox -SmtpClientAuthenticationDisabled")]
    [InlineData("smtp.office365.com", "535 5.7.139 the user credentials were incorrect", "https://outlook.office.com")]
    [InlineData("smtp.office365.com", "432 4.3.2 Concurrent connections limit exceeded", "three concurrent connections")]
    [InlineData("smtp.gmail.com", "535 5.7.8 no", "app password")]
    [InlineData("smtp.gmail.com", "534 5.7.9 Application-specific password required", "16 letters")]
    [InlineData("mail.example.test", "535 5.7.8 no", "another program")]
    [InlineData("mail.example.test", "432 4.7.12 A password transition is needed", "password reset")]
    [InlineData("smtp.gmail.com", "534 5.7.14 Please log in via your web browser", "web browser")]
    public async Task The_next_step_is_the_providers(string host, string answer, string words)
    {
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(host), Scripts.SmtpLines(Scripts.PlainSmtp, "C: AUTH", $"S: {answer}", "C: QUIT", "S: 221 bye"));
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { Host = host, TlsMode = TlsChoice.Implicit });
        Assert.Contains(words, report.Primary!.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outlook.office365.com", "A2 NO AUTHENTICATE failed.", "New-ServicePrincipal")]
    [InlineData("outlook.office365.com", "A2 OK in", "Add-MailboxPermission")]
    [InlineData("mail.example.test", "A2 NO no", "accepts tokens from this authority")]
    public async Task The_next_step_is_the_providers_for_a_token_too(string host, string answer, string words)
    {
        await using var tokens = new ScriptedTokenEndpoint();
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(host), Scripts.ImapLines(
            "IMAP4rev1 AUTH=XOAUTH2 SASL-IR", ["C: AUTHENTICATE", $"S: {answer}", .. answer.Contains("OK", StringComparison.Ordinal) ? ["C: EXAMINE", "S: A3 BAD User is authenticated but not connected."] : Array.Empty<string>(), "C: LOGOUT", "S: A9 OK"]));
        var report = await _bench.IncomingAsync(server, request => tokens.Use(request) with
        {
            Host = host,
            TlsMode = TlsChoice.Implicit,
            Mailbox = "a@example.test",
            ClientSecret = _bench.Secret("client-secret"),
        });
        Assert.Contains(words, report.Primary!.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[EXPIRED] That password is too old", "password reset")]
    [InlineData("[CONTACTADMIN] No", "administrator")]
    [InlineData("[WEBALERT https://mail.example.test/x] No", "web browser", "Authenticate.BrowserRequired")]
    public async Task The_next_step_in_an_IMAP_servers_reply_is_used(string answer, string words, string id = "Authenticate.Rejected")
    {
        await using var server = Scripts.Imap("IMAP4rev1 AUTH=PLAIN SASL-IR", "C: AUTHENTICATE", $"S: A2 NO {answer}", "C: LOGOUT", "S: A3 OK");
        Assert.Contains(words, Expect.Primary(await _bench.IncomingAsync(server, WithLogin), id, TestStage.Authenticate).NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mechanism_that_is_offered_and_refused_is_not_called_missing()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 504 5.5.4 Unrecognized authentication type", "C: AUTH", "S: 504 5.5.4 Unrecognized authentication type", "C: QUIT", "S: 221 bye");
        Assert.Contains("PLAIN, LOGIN but rejects", Expect.Primary(await _bench.OutgoingAsync(server, WithLogin), "Authenticate.MechanismNotOffered", TestStage.Authenticate).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demand_for_TLS_on_a_secure_connection_is_not_blamed_on_the_settings()
    {
        await using var server = Scripts.Implicit(TestBench.Authority.Issue(toDays: 90), Scripts.SmtpLines(Scripts.PlainSmtp, "C: AUTH", "S: 530 5.7.0 Must issue a STARTTLS command first", "C: QUIT", "S: 221 bye"));
        var report = await _bench.OutgoingAsync(server, request => WithLogin(request) with { TlsMode = TlsChoice.Implicit });
        var finding = Expect.Primary(report, "StartTls.Required", TestStage.Authenticate);
        Assert.Contains("although this one is", finding.Cause, StringComparison.Ordinal);
        Assert.StartsWith("530", finding.ServerText, StringComparison.Ordinal);
        await using var imap = Scripts.Imap("IMAP4rev1 LOGINDISABLED STARTTLS", "C: LOGOUT", "S: A2 OK");
        Assert.DoesNotContain("OutgoingMailServer", Expect.Primary(await _bench.IncomingAsync(imap, WithLogin), "StartTls.Required", TestStage.Authenticate).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C: AUTH", true)]
    [InlineData("C: MAIL", false)]
    public async Task A_required_login_is_distinguished_from_one_that_does_not_count(string command, bool hasLogin)
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, command, "S: 530 5.7.0 Authentication required", "C: RSET", "S: 250 ok", "C: QUIT", "S: 221 bye");
        var report = await _bench.OutgoingAsync(server, request => (hasLogin ? WithLogin(request) : request) with { SenderAddress = "a@example.test", RecipientAddress = "b@example.test" });
        var finding = report.Primary!;
        Assert.Equal(("Authenticate.Required", !hasLogin), (finding.Id, finding.Cause.Contains("Anonymous", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_login_everything_before_it_is_tested()
    {
        await using var server = Scripts.Imap("IMAP4rev1", "C: LOGOUT", "S: A2 OK");
        var report = await _bench.IncomingAsync(server);
        Expect.Noted(report, "Settings.Incomplete", TestStage.Settings);
        Expect.Passed(report, TestStage.Capabilities, TestStage.Quit);
        Expect.Skipped(report, TestStage.Authenticate, TestStage.Mailbox);
        Assert.Equal(CheckStatus.Warning, report.Status);
    }

    [Fact]
    public async Task The_caller_owns_the_secret_and_may_dispose_it_while_the_test_runs()
    {
        await using var server = Scripts.Smtp(Scripts.PlainSmtp, "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        var secret = SecretText.FromUtf8(Encoding.UTF8.GetBytes("mine"));
        var running = _bench.OutgoingAsync(server, request => WithLogin(request) with { Password = secret });
        Assert.Null((await running).Primary);
        Assert.Equal("mine", secret.Reveal());
        secret.Dispose();
    }

    private T WithLogin<T>(T request)
        where T : ServerTestRequest => request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") };
}
