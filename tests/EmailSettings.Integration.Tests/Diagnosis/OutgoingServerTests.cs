using System.Net;
using System.Net.Sockets;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Judging;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>The outgoing server against Postfix: everything correct, and each thing deliberately broken.</summary>
[Collection(MailSystem.Name)]
public sealed class OutgoingServerTests(MailSystemFixture system) : IDisposable
{
    // Longer than a responsive server takes, shorter than people would wait.
    private static readonly TestTimeouts SilentServer = new() { Reply = TimeSpan.FromSeconds(5) };

    private readonly MailSystemBench _bench = new(system);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Stored_settings_pass_stage_by_stage_over_STARTTLS()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Save();
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { SenderAddress = MailSystemFixture.User, RecipientAddress = MailSystemFixture.User });
        Reports.Passed(report, TestStage.Settings, TestStage.Secret, TestStage.Dns, TestStage.Connect, TestStage.Greeting, TestStage.Capabilities,
            TestStage.StartTls, TestStage.Tls, TestStage.Authenticate, TestStage.Envelope, TestStage.Quit);
        Assert.True(Assert.IsType<SecretStageFacts>(Reports.Stage(report, TestStage.Secret).Facts).Decrypted);
        var limits = Assert.IsType<LimitsStageFacts>(Reports.Stage(report, TestStage.Limits).Facts);
        Assert.Equal(PostfixFixture.MessageSizeLimit, limits.ServerMaxBytes);
        Assert.Contains(report.Findings, finding => finding.Id == "Limits.SizeTooSmall");
        Reports.HoldsNone(report, system.Password);
    }

    [Fact]
    public async Task Implicit_TLS_passes()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Reports.Passed(
            await _bench.Tests.TestAsync(Basic() with { Port = system.Postfix.SubmissionsPort, TlsMode = TlsChoice.Implicit }),
            TestStage.Tls, TestStage.Greeting, TestStage.Authenticate, TestStage.Quit);
    }

    [Fact]
    public async Task A_message_is_sent_in_the_encodings_of_the_map_and_found()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var encodings = new ChangeStep.Assign(SettingBlocks.Basic, [new Assignment("attachmentEncodings", "txt=quoted-printable;wav=base64;*=base64"), new Assignment("sentEncoding", "quoted-printable")]);
        _bench.Session.Settings.Apply(new SettingsChange("basic settings", [encodings]), _bench);
        var report = await _bench.Tests.TestAsync(Basic() with
        {
            SenderAddress = MailSystemFixture.User,
            RecipientAddress = MailSystemFixture.User,
            Message = new TestMessage
            {
                Content = new TestMessageContent { Subject = "Zustellung geprüft", Text = "Grüße\n.\nFrom here on\n", WithSamples = true },
                FindAgain = new IncomingTestRequest { Host = "localhost", Port = system.Dovecot.ImapsPort, User = MailSystemFixture.User, Password = _bench.Secret(system.Password), TlsMode = TlsChoice.Implicit },
            },
        });
        Reports.Passed(report, TestStage.Envelope, TestStage.Message, TestStage.Quit);
        var facts = Assert.IsType<MessageStageFacts>(Reports.Stage(report, TestStage.Message).Facts);
        Assert.Equal((true, true, "INBOX"), (facts.FoundAgain, facts.AttachmentsIntact, facts.Folder));
        Assert.Equal(["sample.wav: base64", "sample.txt: quoted-printable", "sample.bin: base64"], facts.Attachments);
        Assert.Equal("quoted-printable", facts.BodyEncoding);
        Assert.NotEmpty(facts.Hops);
        Assert.All(facts.Hops, hop => Assert.NotNull(hop.At));
        Reports.HoldsNone(report, system.Password);
    }

    [Fact]
    public async Task A_wrong_password_is_named()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var report = await _bench.Tests.TestAsync(Basic() with { Password = _bench.Secret("c4naryWrong") });
        Reports.Primary(report, "Authenticate.Rejected", TestStage.Authenticate);
        Reports.HoldsNone(report, "c4naryWrong");
    }

    [Theory]
    [InlineData(TlsChoice.None, "StartTls.Required")]
    [InlineData(TlsChoice.Implicit, "Tls.PlaintextPort")]
    public async Task The_wrong_kind_of_TLS_is_named(TlsChoice mode, string id)
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Reports.Primary(await _bench.Tests.TestAsync(Basic() with { TlsMode = mode }), id);
    }

    [Fact]
    public async Task Plaintext_on_the_TLS_port_is_detected()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic() with { Port = system.Postfix.SubmissionsPort, Timeouts = SilentServer }), "Tls.ImplicitPort", TestStage.Greeting);
    }

    [Fact]
    public async Task The_port_of_IMAP_is_named()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic() with { Port = system.Dovecot.ImapPort }), "Greeting.NotThisProtocol", TestStage.Greeting);
    }

    [Theory]
    [InlineData(MailSystemFixture.User, "someone@example.org", "Envelope.RelayDenied")]
    [InlineData(MailSystemFixture.User, "nobody@mail.test", "Envelope.RecipientRefused")]
    public async Task A_refused_envelope_says_which_part(string sender, string recipient, string id)
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest
        {
            Host = "localhost",
            Port = system.Postfix.SubmissionPort,
            UseSsl = true,
            Authentication = TestAuthentication.Anonymous,
            SenderAddress = sender,
            RecipientAddress = recipient,
        });
        Reports.Primary(report, id, TestStage.Envelope);
    }

    // Without a login, the same reply would mean that this sender needs one.
    [Fact]
    public async Task A_sender_that_is_refused_after_a_login_is_named()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Reports.Primary(
            await _bench.Tests.TestAsync(Basic() with { SenderAddress = PostfixFixture.RefusedSender, RecipientAddress = MailSystemFixture.User }),
            "Envelope.SenderRefused", TestStage.Envelope);
    }

    [Theory]
    [InlineData("expired", "Tls.Expired")]
    [InlineData("future", "Tls.NotYetValid")]
    [InlineData("name", "Tls.Name")]
    public async Task A_bad_certificate_is_named(string what, string id)
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var options = what switch
        {
            "expired" => ServerCertificateOptions.Expired,
            "future" => ServerCertificateOptions.NotYetValid,
            _ => ServerCertificateOptions.WrongName,
        };
        await using var postfix = await PostfixFixture.StartAsync(system.Authority, system.Dovecot, [MailSystemFixture.User], options);
        Reports.Primary(await _bench.Tests.TestAsync(Basic() with { Port = postfix.SubmissionPort }), id, TestStage.Tls);
    }

    [Fact]
    public async Task A_server_that_was_stopped_is_named()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var postfix = await PostfixFixture.StartAsync(system.Authority, system.Dovecot, [MailSystemFixture.User]);
        await postfix.DisposeAsync();
        await ClosedAsync(postfix.SubmissionPort);
        Reports.Primary(await _bench.Tests.TestAsync(Basic() with { Port = postfix.SubmissionPort }), "Connect.Refused", TestStage.Connect);
    }

    [Fact]
    public async Task A_token_is_acquired_and_logs_in()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var directory = system.Tokens.Directory;
        _bench.SaveOutgoing("outgoing.secret", directory.ClientSecret,
            new("enabled", true), new("host", "localhost"), new("port", system.Postfix.SubmissionsPort), new("useSsl", true), new("authentication", "OAuthService"),
            new("serverUser", MailSystemFixture.User), new("address", system.Tokens.Authority.ToString()), new("clientId", directory.ClientId.ToString()));
        var report = await _bench.Tests.TestAsync(new OutgoingTestRequest { Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(10) } });
        // The port does not imply implicit TLS, and no stored secret is sent there in another way.
        Reports.Primary(report, "Tls.ImplicitPort", TestStage.Greeting);
        Reports.Passed(report, TestStage.Secret, TestStage.Token);
        var given = await _bench.Tests.TestAsync(new OutgoingTestRequest { TlsMode = TlsChoice.Implicit, ClientSecret = _bench.Secret(directory.ClientSecret) });
        Reports.Passed(given, TestStage.Secret, TestStage.Token, TestStage.Tls, TestStage.Authenticate, TestStage.Quit);
        Reports.HoldsNone(given, directory.ClientSecret);
    }

    // The master's children hold its port slightly longer than the master lives.
    private static async Task ClosedAsync(int port)
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private OutgoingTestRequest Basic() => new()
    {
        Host = "localhost",
        Port = system.Postfix.SubmissionPort,
        UseSsl = true,
        Authentication = TestAuthentication.Basic,
        User = MailSystemFixture.User,
        Password = _bench.Secret(system.Password),
    };

    private void Save() => _bench.SaveOutgoing("outgoing.password", system.Password,
        new Assignment("enabled", true), new("host", "localhost"), new("port", system.Postfix.SubmissionPort), new("useSsl", true),
        new("authentication", "Basic"), new("serverUser", MailSystemFixture.User));
}
