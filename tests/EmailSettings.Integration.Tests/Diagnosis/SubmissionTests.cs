using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>The outgoing server against servers beside Postfix: every way that works, and the commonest mistakes.</summary>
[Collection(MailSystem.Name)]
public sealed class SubmissionTests(SubmissionServers servers) : IClassFixture<SubmissionServers>, IDisposable
{
    private readonly MailSystemBench _bench = new(servers.Authority);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [OnExim(false, null, "CRAM-MD5")]
    [OnNode(false, null, "CRAM-MD5")]
    [OnExim(true, null, "CRAM-MD5")]
    [OnNode(true, null, "CRAM-MD5")]
    [OnExim(false, SaslMechanism.Plain, "PLAIN")]
    [OnNode(false, SaslMechanism.Plain, "PLAIN")]
    [OnExim(true, SaslMechanism.Login, "LOGIN")]
    [OnNode(true, SaslMechanism.Login, "LOGIN")]
    public async Task Every_way_to_log_in_works(string server, bool isImplicit, SaslMechanism? mechanism, string expected)
    {
        var report = await _bench.Tests.TestAsync(Basic(server, isImplicit) with { Mechanism = mechanism, SenderAddress = SubmissionServer.User, RecipientAddress = "someone@example.org" });
        Reports.Passed(report, TestStage.Greeting, TestStage.Tls, TestStage.Capabilities, TestStage.Authenticate, TestStage.Envelope, TestStage.Quit);
        Assert.Equal(expected, Assert.IsType<AuthenticateFacts>(Reports.Stage(report, TestStage.Authenticate).Facts).Mechanism);
        Reports.HoldsNone(report, servers[server].Password);
    }

    [Theory]
    [OnExim]
    [OnNode]
    public async Task A_message_is_taken_without_a_login_for_its_own_mailboxes(string server)
    {
        var report = await _bench.Tests.TestAsync(Anonymous(server, "b@example.org", SubmissionServer.User) with { Message = new TestMessage() });
        Reports.Passed(report, TestStage.Envelope, TestStage.Message, TestStage.Quit);
    }

    [Theory]
    [OnExim("nobody@mail.test", null)]
    [OnNode("nobody@mail.test", null)]
    [OnExim(SubmissionServer.User, "c4naryWrong")]
    [OnNode(SubmissionServer.User, "c4naryWrong")]
    public async Task A_wrong_user_or_password_is_named(string server, string user, string? password)
    {
        var report = await _bench.Tests.TestAsync(Basic(server, isImplicit: false) with { User = user, Password = _bench.Secret(password ?? servers[server].Password) });
        Reports.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Reports.HoldsNone(report, password ?? servers[server].Password);
    }

    [Theory]
    [OnExim(TlsChoice.None, "StartTls.Required")]
    [OnNode(TlsChoice.None, "StartTls.Required")]
    [OnExim(TlsChoice.Implicit, "Tls.PlaintextPort")]
    [OnNode(TlsChoice.Implicit, "Tls.PlaintextPort")]
    public async Task The_wrong_kind_of_TLS_is_named(string server, TlsChoice mode, string id) =>
        Reports.Primary(await _bench.Tests.TestAsync(Basic(server, isImplicit: false) with { TlsMode = mode }), id);

    [Theory]
    [OnExim]
    [OnNode]
    public async Task The_port_of_TLS_tried_in_clear_is_found_out(string server) => Reports.Primary(
        await _bench.Tests.TestAsync(Basic(server, isImplicit: true) with { TlsMode = TlsChoice.StartTls, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } }), "Tls.ImplicitPort", TestStage.Greeting);

    [Theory]
    [OnExim("b@example.org", "someone@example.org", "Envelope.RelayDenied")]
    [OnNode("b@example.org", "someone@example.org", "Envelope.RelayDenied")]
    [OnExim("b@example.org", "nobody@mail.test", "Envelope.RecipientRefused")]
    [OnNode("b@example.org", "nobody@mail.test", "Envelope.RecipientRefused")]
    public async Task A_refused_recipient_is_told_by_its_reason(string server, string sender, string recipient, string id) =>
        Reports.Primary(await _bench.Tests.TestAsync(Anonymous(server, sender, recipient)), id, TestStage.Envelope);

    [Theory]
    [OnExim]
    [OnNode]
    public async Task A_sender_that_is_refused_after_a_login_is_named(string server) => Reports.Primary(
        await _bench.Tests.TestAsync(Basic(server, isImplicit: true) with { SenderAddress = SubmissionServer.RefusedSender, RecipientAddress = SubmissionServer.User }), "Envelope.SenderRefused", TestStage.Envelope);

    [Theory]
    [OnExim("Tls.IncompleteChain")]
    [OnNode("Tls.UnknownRoot")]
    public async Task A_certificate_that_nobody_trusts_is_named(string server, string id)
    {
        using var strangers = new MailSystemBench(new Certificates.TestCertificateAuthority());
        Reports.Primary(await strangers.Tests.TestAsync(Basic(server, isImplicit: true)), id, TestStage.Tls);
    }

    [Theory]
    [OnExim]
    [OnNode]
    public async Task A_mailbox_sought_at_a_port_for_sending_is_named(string server) => Reports.Primary(
        await _bench.Tests.TestAsync(new IncomingTestRequest { Host = "localhost", Port = servers[server].SubmissionPort }), "Greeting.NotThisProtocol", TestStage.Greeting);

    private OutgoingTestRequest Basic(string server, bool isImplicit) => new()
    {
        Host = "localhost",
        Port = isImplicit ? servers[server].SubmissionsPort : servers[server].SubmissionPort,
        TlsMode = isImplicit ? TlsChoice.Implicit : TlsChoice.StartTls,
        Authentication = TestAuthentication.Basic,
        User = SubmissionServer.User,
        Password = _bench.Secret(servers[server].Password),
    };

    private OutgoingTestRequest Anonymous(string server, string sender, string recipient) => new()
    {
        Host = "localhost",
        Port = servers[server].SubmissionPort,
        TlsMode = TlsChoice.StartTls,
        Authentication = TestAuthentication.Anonymous,
        SenderAddress = sender,
        RecipientAddress = recipient,
    };
}
