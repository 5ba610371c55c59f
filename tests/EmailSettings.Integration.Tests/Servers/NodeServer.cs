using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The npm package smtp-server, on Node.js.</summary>
public sealed class NodeServer(TestCertificateAuthority authority, ServerOptions options) : RealServer("node", authority, options)
{
    public const string Name = "smtp-server";

    private const string Program = "/usr/bin/node";

    internal static ServerKind Kind { get; } = new(Name, FindFault(), (authority, options) => new NodeServer(authority, options))
    {
        Ways =
        [
            Sending.By(TlsChoice.StartTls, null, "CRAM-MD5"), Sending.By(TlsChoice.Implicit, null, "CRAM-MD5"),
            Sending.By(TlsChoice.StartTls, SaslMechanism.Plain, "PLAIN"), Sending.By(TlsChoice.Implicit, SaslMechanism.Login, "LOGIN"),
            Sending.Delivery(TlsChoice.None), Sending.Delivery(TlsChoice.StartTls),
        ],
        Mistakes =
        [
            Mistakes.NoTls.Gives("StartTls.Required", TestStage.Authenticate),
            Mistakes.ImplicitAtStartTls.Gives("Tls.PlaintextPort", TestStage.Tls),
            Mistakes.StartTlsAtImplicit.Gives("Tls.ImplicitPort", TestStage.Greeting),
            Mistakes.WrongUser.Gives("Authenticate.Rejected", TestStage.Authenticate),
            Mistakes.WrongPassword.Gives("Authenticate.Rejected", TestStage.Authenticate),
            Mistakes.MechanismMissing.Gives("Authenticate.MechanismNotOffered", TestStage.Authenticate),
            Mistakes.UnknownIssuer.Gives("Tls.UnknownRoot", TestStage.Tls),
            Mistakes.Expired.Gives("Tls.Expired", TestStage.Tls),
            Mistakes.WrongName.Gives("Tls.Name", TestStage.Tls),
            Mistakes.TooManyConnections.Gives("Greeting.TooManyConnections", TestStage.Greeting),
            Sending.MailboxSought.Gives("Greeting.NotThisProtocol", TestStage.Greeting),
            Sending.Relaying.Gives("Envelope.RelayDenied", TestStage.Envelope),
            Sending.NoSuchRecipient.Gives("Envelope.RecipientRefused", TestStage.Envelope),
            Sending.SenderNotAllowed.Gives("Envelope.SenderRefused", TestStage.Envelope),
            Sending.TooLarge.Gives("Message.TooLarge", TestStage.Envelope),
        ],
    };

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task RunAsync() => RunAsync(
        [Loopback(StartTlsPort), Loopback(ImplicitPort)],
        "/usr/bin/env", $"NODE_PATH={UnpackedServers.PathOf("node_modules")}", $"ES_PASSWORD={Password}", Program, Path.Combine(AppContext.BaseDirectory, "Servers", "smtp-server.js"),
        $"{StartTlsPort}", $"{ImplicitPort}", Folder["cert.pem"], Folder["key.pem"], User, Options.ServesOne ? "1" : "1000");

    private static string? FindFault() =>
        !File.Exists(Program) ? "Node.js is not installed"
        : !Directory.Exists(UnpackedServers.PathOf("node_modules/smtp-server")) ? "npm's smtp-server is not in out/servers, where .ci/run puts it"
        : null;
}
