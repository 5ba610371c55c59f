using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>Incoming servers against Dovecot and the token endpoint: MSAL, token, XOAUTH2, EXAMINE INBOX; and Graph.</summary>
[Collection(MailSystem.Name)]
public sealed class IncomingServerTests(MailSystemFixture system) : IDisposable
{
    private readonly MailSystemBench _bench = new(system);

    private TokenDirectory Directory => system.Tokens.Directory;

    public void Dispose()
    {
        _bench.Dispose();
        // The mail system is shared, so changes are reverted.
        Directory.ExchangeRoles = ["IMAP.AccessAsApp", "SMTP.SendAsApp"];
        Directory.GraphRoles = [];
        Directory.Refusal = null;
        Directory.PublicClientAllowed = true;
        Directory.DeviceCode = DeviceCodeState.Pending;
        Directory.OpaqueTokens = false;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_opens_the_inbox(bool isImplicit)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var report = await _bench.Tests.TestAsync(Basic(isImplicit));
        Reports.Passed(report, TestStage.Settings, TestStage.Secret, TestStage.Dns, TestStage.Connect, TestStage.Tls, TestStage.Greeting,
            TestStage.Capabilities, TestStage.Authenticate, TestStage.Mailbox, TestStage.Quit);
        Assert.NotNull(Assert.IsType<MailboxStageFacts>(Reports.Stage(report, TestStage.Mailbox).Facts).UidValidity);
        Reports.HoldsNone(report, system.Password);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_of_the_application_opens_the_inbox(bool isOpaque)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Directory.OpaqueTokens = isOpaque;
        var report = await _bench.Tests.TestAsync(OAuth());
        Reports.Passed(report, TestStage.Token, TestStage.Authenticate, TestStage.Mailbox, TestStage.Quit);
        Assert.Equal(!isOpaque, Assert.IsType<TokenFacts>(Reports.Stage(report, TestStage.Token).Facts).IsReadable);
        Reports.HoldsNone(report, Directory.ClientSecret);
    }

    [Fact]
    public async Task A_token_of_a_user_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Reports.Passed(
            await _bench.Tests.TestAsync(OAuth() with { Authentication = TestAuthentication.OAuthUser, User = Directory.UserName, Password = _bench.Secret(Directory.UserPassword) }),
            TestStage.Token, TestStage.Authenticate, TestStage.Mailbox);
    }

    [Fact]
    public async Task A_device_code_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var report = await _bench.Tests.TestAsync(OAuth() with
        {
            Authentication = TestAuthentication.OAuthUser,
            ClientSecret = null,
            DeviceCode = prompt =>
            {
                Assert.Equal("ABCD-1234", prompt.UserCode);
                Directory.DeviceCode = DeviceCodeState.Confirmed;
            },
        });
        Reports.Passed(report, TestStage.Token, TestStage.Authenticate, TestStage.Mailbox);
    }

    [Fact]
    public async Task A_device_code_that_nobody_enters_in_time_is_named()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var clock = new ManualTimerClock();
        using var bench = new MailSystemBench(system, clock);
        var report = await bench.Tests.TestAsync(OAuth() with
        {
            Authentication = TestAuthentication.OAuthUser,
            ClientSecret = null,
            Transport = TestTransport.Imap,
            DeviceCode = _ => clock.EndAll(),
        });
        Reports.Primary(report, "Token.DeviceCodeNotConfirmed", TestStage.Token);
        Assert.Equal(CheckStatus.Skipped, Reports.Stage(report, TestStage.Connect).Status);
    }

    [Fact]
    public async Task A_wrong_password_is_named()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic(isImplicit: true) with { Password = _bench.Secret("wrong") }), "Authenticate.Rejected", TestStage.Authenticate);
    }

    [Fact]
    public async Task A_wrong_client_secret_is_named()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var report = await _bench.Tests.TestAsync(OAuth() with { ClientSecret = _bench.Secret("c4naryWrong") });
        Reports.Primary(report, "Token.SecretWrong", TestStage.Token);
        Reports.Passed(report, TestStage.Tls, TestStage.Capabilities, TestStage.Quit);
        Reports.HoldsNone(report, "c4naryWrong");
    }

    [Fact]
    public async Task Permissions_only_for_Graph_are_named_if_IMAP_was_requested()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Directory.ExchangeRoles = [];
        Directory.GraphRoles = ["Mail.ReadWrite", "Mail.Send"];
        var report = await _bench.Tests.TestAsync(OAuth() with { Transport = TestTransport.Imap });
        Reports.Primary(report, "Token.GraphOnly", TestStage.Token);
        var login = Reports.Stage(report, TestStage.Authenticate);
        Assert.Equal(CheckStatus.Failed, login.Status);
        // A refused token must not be reported as a wrong password.
        Assert.Equal(AuthenticateFindings.AuthenticateRejected.TokenStep, Assert.Single(login.Findings).NextStep);
    }

    [Fact]
    public async Task Permissions_only_for_Graph_select_Graph()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Directory.ExchangeRoles = [];
        Directory.GraphRoles = ["Mail.ReadWrite", "Mail.Send"];
        var report = await _bench.Tests.TestAsync(OAuth());
        Reports.Passed(report, TestStage.Token, TestStage.Mailbox);
        var facts = Assert.IsType<MailboxStageFacts>(Reports.Stage(report, TestStage.Mailbox).Facts);
        Assert.Equal(("Graph", Directory.InboxCount), (facts.Via, facts.Messages));
    }

    [Fact]
    public async Task A_missing_role_is_an_error_once_the_server_refuses()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Directory.ExchangeRoles = ["User.Read.All"];
        Reports.Primary(await _bench.Tests.TestAsync(OAuth() with { Transport = TestTransport.Imap }), "Token.RoleMissing", TestStage.Token);
    }

    [Fact]
    public async Task An_authority_that_is_gone_is_named()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var other = await TokenEndpoint.StartAsync(system.Authority);
        await other.DisposeAsync();
        Reports.Primary(await _bench.Tests.TestAsync(OAuth() with { Address = other.Authority.Address }), "Token.Unreachable", TestStage.Token);
    }

    [Theory]
    [InlineData("expired", "Tls.Expired")]
    [InlineData("name", "Tls.Name")]
    [InlineData("intermediate", null)]
    [InlineData("ec", null)]
    public async Task A_bad_certificate_is_reported(string what, string? id)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var options = what switch
        {
            "expired" => ServerCertificateOptions.Expired,
            "name" => ServerCertificateOptions.WrongName,
            "intermediate" => new ServerCertificateOptions { FromIntermediate = true },
            _ => new ServerCertificateOptions { UseEllipticCurve = true },
        };
        await using var dovecot = await DovecotFixture.StartAsync(system.Authority, system.Tokens, new Dictionary<string, string> { [MailSystemFixture.User] = system.Password }, options);
        var report = await _bench.Tests.TestAsync(Basic(isImplicit: true) with { Port = dovecot.ImapsPort });
        if (id is null) Reports.Passed(report, TestStage.Tls, TestStage.Mailbox);
        else Reports.Primary(report, id, TestStage.Tls);
    }

    private IncomingTestRequest Basic(bool isImplicit) => new()
    {
        Host = "localhost",
        Port = isImplicit ? system.Dovecot.ImapsPort : system.Dovecot.ImapPort,
        TlsMode = isImplicit ? TlsChoice.Implicit : TlsChoice.StartTls,
        User = MailSystemFixture.User,
        Password = _bench.Secret(system.Password),
    };

    private IncomingTestRequest OAuth() => Basic(isImplicit: true) with
    {
        Authentication = TestAuthentication.OAuthService,
        User = null,
        Mailbox = Directory.Mailbox,
        Address = system.Tokens.Authority.Address,
        ClientId = Directory.ClientId,
        ClientSecret = _bench.Secret(Directory.ClientSecret),
    };
}
