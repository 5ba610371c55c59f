using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>Ways to open a mailbox, and mistakes in doing so.</summary>
internal static class Reading
{
    public static readonly ServerMistake SendingSought = new("mail to be sent to a server of mailboxes", (server, _) =>
        new OutgoingTestRequest { Host = "localhost", Port = server.StartTlsPort, TlsMode = TlsChoice.StartTls });

    public static readonly ServerMistake NoSuchFolder = new("folder that is not there", (server, bench) => Requests.Mailbox(server, bench) with { Mailbox = "Nowhere" });

    private static readonly TestStage[] Stages = [TestStage.Greeting, TestStage.Capabilities, TestStage.Mailbox, TestStage.Quit];

    /// <summary>A login that opens the inbox.</summary>
    /// <param name="tls">How TLS is used.</param>
    /// <param name="mechanism">The mechanism to request; null for none.</param>
    /// <param name="expected">The mechanism expected.</param>
    public static ServerWay By(TlsChoice tls, SaslMechanism? mechanism, string expected) => new(
        $"{tls} {mechanism?.ToString() ?? "strongest"}",
        (server, bench) => Requests.Over(Requests.Mailbox(server, bench), server, tls) with { Mechanism = mechanism },
        expected,
        Stages);

    /// <summary>A login that opens one of the user's folders.</summary>
    /// <param name="folder">Its name.</param>
    /// <param name="expected">The mechanism expected.</param>
    public static ServerWay Folder(string folder, string expected) => new(
        $"folder {folder}", (server, bench) => Requests.Mailbox(server, bench) with { Mailbox = folder }, expected, Stages);
}
