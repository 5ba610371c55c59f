using System.Net.Security;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Sasl;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Logins by mechanisms that prove a password, and the fallbacks if one fails.</summary>
public sealed class MechanismTests : IDisposable
{
    private static readonly SslStreamCertificateContext Certificate = TestAuthority.Serve(TestBench.Authority.Issue());

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("PLAIN SCRAM-SHA-1 SCRAM-SHA-256 CRAM-MD5", "SCRAM-SHA-256")]
    [InlineData("SCRAM-SHA-256 SCRAM-SHA-512", "SCRAM-SHA-512")]
    [InlineData("LOGIN PLAIN SCRAM-SHA-1", "SCRAM-SHA-1")]
    [InlineData("LOGIN NTLM", "NTLM")]
    [InlineData("LOGIN CRAM-MD5 PLAIN", "CRAM-MD5")]
    [InlineData("LOGIN PLAIN GSSAPI", "PLAIN")]
    [InlineData("LOGIN", "LOGIN")]
    public async Task The_strongest_mechanism_offered_is_used(string offered, string expected)
    {
        await using var server = new SaslServer(offered, Certificate).Start();
        var report = await RunAsync(server);
        Expect.Passed(report, TestStage.Authenticate);
        var facts = Facts(report);
        Assert.Equal(expected, facts.Mechanism);
        Assert.Empty(facts.TriedBefore);
        Assert.Single(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SCRAM-SHA-256 PLAIN CRAM-MD5", "cram-md5", "CRAM-MD5")]
    [InlineData("SCRAM-SHA-256 PLAIN LOGIN", "LOGIN", "LOGIN")]
    public async Task A_mechanism_that_is_asked_for_is_the_only_one(string offered, string asked, string expected)
    {
        await using var server = new SaslServer(offered, Certificate).Start();
        var mechanism = new ServerTestCall { Mechanism = asked }.ToOutgoing().Mechanism;
        var report = await RunAsync(server, mechanism: mechanism);
        Assert.Equal(expected, Facts(report).Mechanism);
        await using var broken = new SaslServer(offered, Certificate) { Broken = [expected] }.Start();
        Expect.Primary(await RunAsync(broken, mechanism: mechanism), "Authenticate.Rejected", TestStage.Authenticate);
        Assert.Single(broken.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_step_for_a_requested_mechanism_that_is_not_offered_is_to_omit_it()
    {
        await using var server = new SaslServer("PLAIN", Certificate).Start();
        var finding = Expect.Primary(await RunAsync(server, mechanism: SaslMechanism.Login), "Authenticate.MechanismNotOffered", TestStage.Authenticate);
        Assert.Contains("Omit -Mechanism", finding.NextStep, StringComparison.Ordinal);
        Assert.Contains("LOGIN enabled", finding.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [Provokes("Authenticate.MechanismFails")]
    [InlineData("CRAM-MD5", true)]
    [InlineData("SCRAM-SHA-256", true)]
    [InlineData("SCRAM-SHA-256", false)]
    public async Task If_the_strongest_one_is_broken_at_the_server_the_next_is_tried_and_that_is_reported(string mechanism, bool isHashed)
    {
        await using var server = new SaslServer($"{mechanism} PLAIN", Certificate) { Hashed = isHashed ? [mechanism] : [], Broken = isHashed ? [] : [mechanism] }.Start();
        var report = await RunAsync(server);
        Assert.Null(report.Primary);
        var finding = Expect.Noted(report, "Authenticate.MechanismFails", TestStage.Authenticate);
        Assert.Contains(mechanism, finding.Cause, StringComparison.Ordinal);
        Assert.Equal("535 5.7.8 no", finding.ServerText);
        Assert.Equal("PLAIN", Facts(report).Mechanism);
        Assert.Equal([mechanism], Facts(report).TriedBefore);
    }

    [Fact]
    public async Task A_wrong_password_fails_twice_at_most()
    {
        await using var server = new SaslServer("SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN", Certificate).Start();
        var report = await RunAsync(server, password: "wrong");
        Expect.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Assert.Equal(["AUTH SCRAM-SHA-512", "AUTH PLAIN"], server.Received.Where(line => line.StartsWith("AUTH", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ')[..2])));
        Expect.Passed(report, TestStage.Quit);
    }

    [Fact]
    public async Task A_refused_proof_is_not_followed_by_the_password_without_TLS()
    {
        await using var server = new SaslServer("SCRAM-SHA-256 PLAIN").Start();
        var report = await RunAsync(server, password: "wrong", tls: TlsChoice.None);
        Expect.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        Assert.Contains("attack the password offline", Expect.Noted(report, "Authenticate.OverPlaintext", TestStage.Authenticate).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CRAM-MD5")]
    [InlineData("NTLM")]
    [InlineData("SCRAM-SHA-256")]
    public async Task A_proof_that_the_server_repeats_is_not_shown(string mechanism)
    {
        await using var server = new SaslServer(mechanism, Certificate) { Repeats = true, Hashed = [mechanism] }.Start();
        var report = await RunAsync(server);
        Assert.Contains("535 5.7.8 no to", Expect.Primary(report, "Authenticate.Rejected", TestStage.Authenticate).ServerText, StringComparison.Ordinal);
        var proof = server.Received.Last(line => line != "QUIT" && line.Length > 0);
        Assert.DoesNotContain(proof, ReportText.Of(report) + ReportText.Json(report), StringComparison.Ordinal);
    }

    [Fact]
    [Provokes("Authenticate.ServerNotProven")]
    public async Task A_server_that_does_not_prove_itself_is_not_given_the_password()
    {
        await using var server = new SaslServer("SCRAM-SHA-256 PLAIN", Certificate) { Spoil = challenge => challenge.StartsWith('v') ? "v=AAAA" : challenge }.Start();
        Expect.Primary(await RunAsync(server), "Authenticate.ServerNotProven", TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal));

        await using var hasty = Scripts.Smtp(["AUTH SCRAM-SHA-256"], "C: AUTH", "S: 235 welcome", "C: QUIT", "S: 221 bye");
        Expect.Primary(await RunAsync(hasty, tls: TlsChoice.None), "Authenticate.ServerNotProven", TestStage.Authenticate);
    }

    [Theory]
    [InlineData("no challenge at all")]
    [InlineData("r=other,s=QUJD,i=4096")]
    [InlineData("i=2000000000")]
    [InlineData("i=0")]
    public async Task An_invalid_challenge_is_reported_as_such_and_the_next_mechanism_is_tried(string challenge)
    {
        await using var server = new SaslServer("SCRAM-SHA-256 PLAIN", Certificate)
        {
            Spoil = right => challenge.StartsWith("i=", StringComparison.Ordinal) ? right.Replace("i=4096", challenge, StringComparison.Ordinal) : challenge,
        }.Start();
        Expect.Noted(await RunAsync(server), "Authenticate.MechanismFails", TestStage.Authenticate);
        Expect.Primary(await RunAsync(server, mechanism: SaslMechanism.ScramSha256), "Authenticate.MechanismBroken", TestStage.Authenticate);
    }

    [Theory]
    [Provokes("Authenticate.ChannelBindingRequired")]
    [InlineData("SCRAM-SHA-256-PLUS", null)]
    [InlineData("SCRAM-SHA-256", "e=server-does-support-channel-binding")]
    public async Task A_server_that_wants_channel_binding_is_reported_as_such(string offered, string? challenge)
    {
        await using var server = new SaslServer(offered, Certificate) { Spoil = right => challenge ?? right }.Start();
        Expect.Primary(await RunAsync(server), "Authenticate.ChannelBindingRequired", TestStage.Authenticate);
    }

    [Theory]
    [InlineData("SCRAM-SHA-256-PLUS SCRAM-SHA-256", "Authenticate.MechanismNotOffered")]
    [InlineData("SCRAM-SHA-512-PLUS SCRAM-SHA-256", "Authenticate.ChannelBindingRequired")]
    public async Task Channel_binding_of_another_mechanism_is_not_reported(string offered, string id)
    {
        await using var server = new SaslServer(offered, Certificate).Start();
        Expect.Primary(await RunAsync(server, mechanism: SaslMechanism.ScramSha512), id, TestStage.Authenticate);
    }

    [Theory]
    [Provokes("Authenticate.MechanismUnusable")]
    [Provokes("Authenticate.KdcNotFound")]
    [Provokes("Authenticate.TicketRefused")]
    [Provokes("Authenticate.ServiceUnknown")]
    [InlineData(SaslFault.NotPossibleHere, "Authenticate.MechanismUnusable")]
    [InlineData(SaslFault.KdcNotFound, "Authenticate.KdcNotFound")]
    [InlineData(SaslFault.TicketRefused, "Authenticate.TicketRefused")]
    [InlineData(SaslFault.ServiceUnknown, "Authenticate.ServiceUnknown")]
    public async Task A_failure_of_Kerberos_is_reported_before_anything_is_sent(SaslFault fault, string id)
    {
        _bench.With(services => services with { SaslClients = new NoClients(fault) });
        await using var server = new SaslServer("GSSAPI PLAIN", Certificate).Start();
        Expect.Primary(await RunAsync(server, mechanism: SaslMechanism.Gssapi), id, TestStage.Authenticate);
        Assert.DoesNotContain(server.Received, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    [Provokes("Authenticate.TicketRejected")]
    public async Task A_rejected_ticket_is_not_reported_as_a_wrong_password()
    {
        _bench.With(services => services with { SaslClients = new Tickets() });
        await using var server = new SaslServer("GSSAPI", Certificate) { Broken = ["GSSAPI"] }.Start();
        Expect.Primary(await RunAsync(server, mechanism: SaslMechanism.Gssapi), "Authenticate.TicketRejected", TestStage.Authenticate);
    }

    [Theory]
    [InlineData(SaslMechanism.XOAuth2, TestAuthentication.Basic)]
    [InlineData(SaslMechanism.CramMd5, TestAuthentication.OAuthService)]
    [InlineData(SaslMechanism.Plain, TestAuthentication.Anonymous)]
    public async Task A_mechanism_that_does_not_match_the_authentication_is_refused(SaslMechanism mechanism, TestAuthentication authentication)
    {
        var report = await _bench.OutgoingAsync(25, request => request with { Mechanism = mechanism, Authentication = authentication });
        Assert.Contains(report.Findings, finding => finding.Id == "Settings.Invalid" && finding.Cause.Contains(SaslSelection.NameOf(mechanism), StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_mechanism_is_refused_with_the_valid_ones()
    {
        var error = Assert.Throws<EmailSettingsException>(() => new ServerTestCall { Mechanism = "DIGEST-MD5" }.ToOutgoing());
        Assert.Equal("ChoiceUnknown", error.Faults[0].Id);
        Assert.Contains("SCRAM-SHA-256", error.Faults[0].Limit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_IMAP_login_without_a_suitable_mechanism_uses_the_LOGIN_command()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(Certificate);
            await connection.PlayAsync(Scripts.ImapLines("IMAP4rev1 SASL-IR AUTH=CRAM-MD5", "C: AUTHENTICATE", "S: A2 NO no mechanism available", "C: LOGIN", "S: A3 OK welcome", "C: EXAMINE", "S: A4 OK done", "C: LOGOUT", "S: * BYE", "S: A5 OK"));
        });
        var report = await _bench.IncomingAsync(server, request => WithLogin(request) with { TlsMode = TlsChoice.Implicit });
        Assert.Equal("LOGIN command", Facts(report).Mechanism);
        Assert.Equal(["CRAM-MD5"], Facts(report).TriedBefore);
    }

    private static AuthenticateFacts Facts(ServerTestReport report) => Assert.IsType<AuthenticateFacts>(Expect.Stage(report, TestStage.Authenticate).Facts);

    private Task<ServerTestReport> RunAsync(ScriptedServer server, SaslMechanism? mechanism = null, string password = "pass", TlsChoice tls = TlsChoice.Implicit) =>
        _bench.OutgoingAsync(server, request => WithLogin(request) with { Mechanism = mechanism, TlsMode = tls, Password = _bench.Secret(password) });

    private T WithLogin<T>(T request)
        where T : ServerTestRequest => request with { Authentication = TestAuthentication.Basic, User = "mailer", Password = _bench.Secret("pass") };

    private sealed class NoClients(SaslFault fault) : ISaslClients
    {
        public ISaslClient Create(SaslMechanism mechanism, MailCredential credential, Mail.MailProtocol protocol, string host) => new NoClient(fault);
    }

    private sealed class NoClient(SaslFault fault) : ISaslClient
    {
        public bool IsComplete => false;

        public ValueTask<byte[]> RespondAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken) =>
            throw new SaslClientException(fault, "no ticket");

        public void Dispose()
        {
        }
    }

    private sealed class Tickets : ISaslClients, ISaslClient
    {
        public bool IsComplete => true;

        public ISaslClient Create(SaslMechanism mechanism, MailCredential credential, Mail.MailProtocol protocol, string host) => this;

        public ValueTask<byte[]> RespondAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]>([1]);

        public void Dispose()
        {
        }
    }
}
