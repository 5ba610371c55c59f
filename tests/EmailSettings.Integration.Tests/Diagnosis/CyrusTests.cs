using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail.Sasl;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>Mailboxes of Cyrus: every way that works, and the commonest mistakes.</summary>
// One after the other: Cyrus' master ends by a signal to its process group, and Exim runs in it under the same account.
[Collection(MailSystem.Name)]
public sealed class CyrusTests(CyrusFixture cyrus) : IClassFixture<CyrusFixture>, IDisposable
{
    private readonly MailSystemBench _bench = new(cyrus.Authority);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(true, null, "SCRAM-SHA-256")]
    [InlineData(false, null, "SCRAM-SHA-256")]
    [InlineData(true, SaslMechanism.ScramSha1, "SCRAM-SHA-1")]
    [InlineData(true, SaslMechanism.CramMd5, "CRAM-MD5")]
    [InlineData(false, SaslMechanism.Plain, "PLAIN")]
    [InlineData(true, SaslMechanism.Login, "LOGIN")]
    public async Task Every_way_to_log_in_opens_the_inbox(bool isImplicit, SaslMechanism? mechanism, string expected)
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        var report = await _bench.Tests.TestAsync(Basic(isImplicit) with { Mechanism = mechanism });
        Reports.Passed(report, TestStage.Tls, TestStage.Greeting, TestStage.Capabilities, TestStage.Authenticate, TestStage.Mailbox, TestStage.Quit);
        Assert.Equal(expected, Assert.IsType<AuthenticateFacts>(Reports.Stage(report, TestStage.Authenticate).Facts).Mechanism);
        Reports.HoldsNone(report, cyrus.Password);
    }

    [Fact]
    public async Task A_folder_of_the_user_opens()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        // The first login makes the mailboxes.
        Reports.Passed(await _bench.Tests.TestAsync(Basic(isImplicit: true)), TestStage.Mailbox);
        Reports.Passed(await _bench.Tests.TestAsync(Basic(isImplicit: true) with { Mailbox = CyrusFixture.Folder }), TestStage.Mailbox);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        Reports.Primary(await _bench.Tests.TestAsync(Basic(isImplicit: true) with { Mailbox = "Nowhere" }), "Mailbox.NotFound", TestStage.Mailbox);
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData(CyrusFixture.User, "c4naryWrong")]
    public async Task A_wrong_user_or_password_is_named(string user, string? password)
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        var report = await _bench.Tests.TestAsync(Basic(isImplicit: false) with { User = user, Password = _bench.Secret(password ?? cyrus.Password) });
        Reports.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Reports.HoldsNone(report, password ?? cyrus.Password);
    }

    [Fact]
    public async Task TLS_from_the_first_byte_at_the_port_of_STARTTLS_is_named()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        Reports.Primary(await _bench.Tests.TestAsync(Basic(isImplicit: false) with { TlsMode = TlsChoice.Implicit }), "Tls.PlaintextPort", TestStage.Tls);
    }

    [Fact]
    public async Task A_password_by_PLAIN_in_clear_is_not_sent()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic(isImplicit: false) with { TlsMode = TlsChoice.None, Mechanism = SaslMechanism.Plain }), "StartTls.Required", TestStage.Authenticate);
    }

    [Fact]
    public async Task The_port_of_TLS_tried_in_clear_is_found_out()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic(isImplicit: true) with { TlsMode = TlsChoice.StartTls, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } }), "Tls.ImplicitPort", TestStage.Greeting);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_named()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        using var strangers = new MailSystemBench(new Certificates.TestCertificateAuthority());
        Reports.Primary(await strangers.Tests.TestAsync(Basic(isImplicit: true)), "Tls.UnknownRoot", TestStage.Tls);
    }

    [Fact]
    public async Task Mail_to_be_sent_to_a_port_of_mailboxes_is_named()
    {
        Skip.IfMissing(ServerRequirements.Cyrus);
        Reports.Primary(
            await _bench.Tests.TestAsync(new OutgoingTestRequest { Host = "localhost", Port = cyrus.ImapPort, TlsMode = TlsChoice.StartTls }), "Greeting.NotThisProtocol", TestStage.Greeting);
    }

    private IncomingTestRequest Basic(bool isImplicit) => new()
    {
        Host = "localhost",
        Port = isImplicit ? cyrus.ImapsPort : cyrus.ImapPort,
        TlsMode = isImplicit ? TlsChoice.Implicit : TlsChoice.StartTls,
        Authentication = TestAuthentication.Basic,
        User = CyrusFixture.User,
        Password = _bench.Secret(cyrus.Password),
    };
}
