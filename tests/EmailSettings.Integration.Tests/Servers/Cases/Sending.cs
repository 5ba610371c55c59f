using EmailSettings.Core.Judging;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>Ways to send mail, and mistakes in doing so.</summary>
internal static class Sending
{
    private const string Stranger = "b@example.org";
    private const string Elsewhere = "someone@example.net";

    public static readonly ServerMistake MailboxSought = new("mailbox sought at a server for sending", (server, _) => new IncomingTestRequest { Host = "localhost", Port = server.StartTlsPort });

    public static readonly ServerMistake Relaying = new("relaying without login", (server, _) => Requests.Anonymous(server, Stranger, Elsewhere));

    public static readonly ServerMistake NoSuchRecipient = new("recipient without a mailbox", (server, _) => Requests.Anonymous(server, Stranger, "nobody@mail.test"));

    public static readonly ServerMistake SenderNotAllowed = new("sender that is refused after the login", (server, bench) =>
        Requests.Sending(server, bench) with { SenderAddress = RealServer.RefusedSender, RecipientAddress = RealServer.Address });

    public static readonly ServerMistake TooLarge = new("message that is too large", (server, bench) =>
        Requests.Sending(server, bench) with { SenderAddress = RealServer.Address, RecipientAddress = RealServer.Address, Message = new TestMessage { Content = new TestMessageContent { Text = LargeText() } } });

    /// <summary>A login, after which mail can be sent anywhere.</summary>
    /// <param name="tls">How TLS is used.</param>
    /// <param name="mechanism">The mechanism to request; null for none.</param>
    /// <param name="expected">The mechanism expected.</param>
    public static ServerWay By(TlsChoice tls, SaslMechanism? mechanism, string expected) => new(
        $"{tls} {mechanism?.ToString() ?? "strongest"}",
        (server, bench) => Requests.Over(Requests.Sending(server, bench), server, tls) with { Mechanism = mechanism, SenderAddress = RealServer.Address, RecipientAddress = Elsewhere },
        expected,
        [TestStage.Greeting, TestStage.Capabilities, TestStage.Envelope, TestStage.Quit]);

    /// <summary>A message for the server's own mailbox, without a login.</summary>
    public static ServerWay Delivery(TlsChoice tls) => new(
        $"{tls} message",
        (server, _) => Requests.Over(Requests.Anonymous(server, Stranger, RealServer.Address), server, tls) with { Message = new TestMessage() },
        null,
        [TestStage.Greeting, TestStage.Capabilities, TestStage.Envelope, TestStage.Message, TestStage.Quit]);

    private static string LargeText() => string.Concat(Enumerable.Repeat("A line of a message that is far too large.\n", RealServer.MessageSizeLimit / 30));
}
