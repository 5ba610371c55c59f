using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Judging;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>A real message through Microsoft Graph, there and back.</summary>
public sealed class GraphMailTests : IDisposable
{
    private const string Sender = "service@example.test";

    private readonly TestBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("inbox", "Inbox")]
    [InlineData("junkemail", "Junk Email")]
    public async Task A_message_is_sent_and_found_again_byte_for_byte(string folder, string shown)
    {
        _bench.System.Assign(SettingBlocks.Basic, new Assignment("attachmentEncodings", "wav=base64;txt=quoted-printable;*=base64"));
        var mailbox = new GraphMailbox { Folder = folder };
        await using var tokens = Endpoint(mailbox);
        var report = await SendAsync(tokens, findAgain: true, withSamples: true);
        Expect.Passed(report, TestStage.Token);
        Expect.Skipped(report, TestStage.Connect, TestStage.Envelope, TestStage.Quit);
        var facts = Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts);
        Assert.Equal(("Graph", "HTTP 202", true, shown, true), (facts.Via, facts.Reply, facts.FoundAgain, facts.Folder, facts.AttachmentsIntact));
        Assert.Contains(facts.Hops, hop => hop.By == "mx.example.test");
        Assert.Equal(folder == "junkemail", report.Findings.Any(finding => finding.Id == "Message.InJunk"));
        Assert.Contains("Content-Transfer-Encoding: quoted-printable", Encoding.ASCII.GetString(mailbox.Sent!), StringComparison.Ordinal);
        Assert.Equal($"POST /v1.0/users/{Uri.EscapeDataString(Sender)}/sendMail HTTP/1.1", mailbox.Requests[0]);
    }

    [Fact]
    public async Task A_late_message_is_waited_for()
    {
        var mailbox = new GraphMailbox { LooksBefore = 3 };
        await using var tokens = Endpoint(mailbox);
        var report = await SendAsync(tokens, findAgain: true);
        Assert.True(Assert.IsType<MessageStageFacts>(Expect.Stage(report, TestStage.Message).Facts).FoundAgain);
    }

    [Fact]
    public async Task A_missing_message_is_reported()
    {
        await using var tokens = Endpoint(new GraphMailbox { LooksBefore = int.MaxValue });
        Expect.Primary(await SendAsync(tokens, findAgain: true, within: TimeSpan.FromSeconds(1)), "Message.NotFoundAgain", TestStage.Message);
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken", "Authenticate.Rejected")]
    [InlineData(403, "ErrorAccessDenied", "Mailbox.NotConnected")]
    [InlineData(403, "ErrorSendAsDenied", "Envelope.SenderNotOwned")]
    [InlineData(400, "ErrorInvalidRecipients", "Envelope.RecipientRefused")]
    [InlineData(404, "ErrorInvalidUser", "Mailbox.NotFound")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", "Mailbox.NotConnected")]
    [InlineData(413, "RequestEntityTooLarge", "Message.TooLarge")]
    [InlineData(400, "ErrorMessageSizeExceeded", "Message.TooLarge")]
    [InlineData(429, "TooManyRequests", "Authenticate.Throttled")]
    [InlineData(503, "ServiceUnavailable", "Mailbox.GraphUnreachable")]
    public async Task Graphs_answer_explains_why_it_did_not_send(int status, string code, string id)
    {
        await using var tokens = Endpoint(new GraphMailbox { Refusal = (status, code) });
        var finding = Expect.Primary(await SendAsync(tokens), id, TestStage.Message);
        Assert.Contains(code, finding.ServerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_policy_on_the_mailbox_is_reported_despite_the_permission_to_send()
    {
        await using var tokens = Endpoint(new GraphMailbox { Refusal = (403, "ErrorAccessDenied") });
        Assert.Contains("Mail.Send", Expect.Primary(await SendAsync(tokens), "Mailbox.NotConnected", TestStage.Message).NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\nhalf")]
    public async Task A_lost_answer_leaves_it_open_whether_it_was_sent(string answer)
    {
        await using var tokens = Endpoint(new GraphMailbox());
        tokens.Raw = ("/sendMail", answer);
        Expect.Primary(await SendAsync(tokens), "Message.OutcomeUnknown", TestStage.Message);
    }

    private static ScriptedTokenEndpoint Endpoint(GraphMailbox mailbox) => new() { Roles = [], GraphRoles = ["Mail.Send", "Mail.ReadWrite"], Graph = mailbox.Answer };

    private Task<ServerTestReport> SendAsync(ScriptedTokenEndpoint tokens, bool findAgain = false, bool withSamples = false, TimeSpan? within = null)
    {
        _bench.With(services => services with { GraphRoot = tokens.Root });
        return _bench.Tests.TestAsync(tokens.Use(new OutgoingTestRequest
        {
            Host = TestBench.Host,
            User = Sender,
            ClientSecret = _bench.Secret("client-secret"),
            Transport = TestTransport.Graph,
            SenderAddress = Sender,
            RecipientAddress = "alice@example.test",
            Timeouts = TestBench.Patient,
            Message = new TestMessage
            {
                Content = new TestMessageContent { WithSamples = withSamples },
                FindWithin = within ?? TimeSpan.FromMinutes(1),
                FindAgain = findAgain
                    ? tokens.Use(new IncomingTestRequest
                    {
                        Host = TestBench.Host,
                        Mailbox = "alice@example.test",
                        ClientSecret = _bench.Secret("client-secret"),
                        Transport = TestTransport.Graph,
                        Timeouts = TestBench.Patient,
                    })
                    : null,
            },
        }));
    }

    /// <summary>A Graph mailbox that accepts one message and delivers it.</summary>
    private sealed class GraphMailbox
    {
        private int _looks;

        /// <summary>The folder of delivery.</summary>
        public string Folder { get; init; } = "inbox";

        /// <summary>The number of searches before it appears.</summary>
        public int LooksBefore { get; init; }

        /// <summary>The status and code of sendMail's error.</summary>
        public (int Status, string Code)? Refusal { get; init; }

        public byte[]? Sent { get; private set; }

        public List<string> Requests { get; } = [];

        public (int Status, byte[] Body)? Answer(string request, byte[] body)
        {
            if (!request.Contains("/v1.0/users/", StringComparison.Ordinal)) return null;
            Requests.Add(request);
            if (request.Contains("/sendMail ", StringComparison.Ordinal)) return Send(body);
            if (request.Contains("/$value ", StringComparison.Ordinal)) return (200, [.. Trace(), .. Sent!]);
            if (!request.Contains("/messages?", StringComparison.Ordinal)) return null;
            var isThere = request.Contains($"/{Folder}/", StringComparison.Ordinal) && _looks++ >= LooksBefore;
            return (200, Encoding.UTF8.GetBytes(isThere ? """{"value":[{"id":"AAMk/1=","receivedDateTime":"2026-11-22T10:00:00Z"}]}""" : """{"value":[]}"""));
        }

        private (int Status, byte[] Body) Send(byte[] body)
        {
            if (Refusal is { } refusal) return (refusal.Status, Encoding.UTF8.GetBytes("""{"error":{"code":"CODE","message":"No."}}""".Replace("CODE", refusal.Code, StringComparison.Ordinal)));
            Sent = Convert.FromBase64String(Encoding.ASCII.GetString(body));
            return (202, []);
        }

        private static byte[] Trace() => Encoding.ASCII.GetBytes("Received: from a.example.test by mx.example.test with ESMTPS; Sun, 22 Nov 2026 10:00:00 +0000\r\n");
    }
}
