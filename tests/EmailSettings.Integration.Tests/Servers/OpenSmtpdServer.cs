using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// OpenSMTPD 6.8 in its own root directory, with a fix for the bug that keeps Debian's package from speaking TLS
/// (<c>opensmtpd-openssl3.c</c>).
/// </summary>
public sealed class OpenSmtpdServer : RealServer
{
    public const string Name = "OpenSMTPD";

    private const string Program = "/usr/sbin/smtpd";
    private const string Compiler = "/usr/bin/gcc";
    private const string Mend = "/usr/lib/opensmtpd-openssl3.so";
    private const int MailUser = 903;

    // Their names are compiled in.
    private static readonly Dictionary<string, int> Accounts = new() { ["opensmtpd"] = 901, ["opensmtpq"] = 902, ["alice"] = MailUser };

    private readonly ServerRoot _root;

    public OpenSmtpdServer(TestCertificateAuthority authority, ServerOptions options)
        : base("opensmtpd", authority, options) => _root = new ServerRoot(Folder, Accounts);

    internal static ServerKind Kind { get; } = new(Name, FindFault(), (authority, options) => new OpenSmtpdServer(authority, options))
    {
        Ways =
        [
            Sending.By(TlsChoice.StartTls, null, "PLAIN"), Sending.By(TlsChoice.Implicit, null, "PLAIN"),
            Sending.By(TlsChoice.StartTls, SaslMechanism.Login, "LOGIN"), Sending.By(TlsChoice.Implicit, SaslMechanism.Login, "LOGIN"),
            Sending.Delivery(TlsChoice.StartTls), Sending.Delivery(TlsChoice.Implicit),
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
            Sending.MailboxSought.Gives("Greeting.NotThisProtocol", TestStage.Greeting),
            // It replies "Invalid recipient" both to relaying and to unknown mailboxes.
            Sending.Relaying.Gives("Envelope.RelayDenied", TestStage.Envelope),
            Sending.NoSuchRecipient.Gives("Envelope.RelayDenied", TestStage.Envelope),
            Sending.SenderNotAllowed.Gives("Envelope.SenderRefused", TestStage.Envelope),
            Sending.TooLarge.Gives("Message.TooLarge", TestStage.Message),
        ],
    };

    protected override async Task PrepareAsync()
    {
        await _root.AddAsync(Program);
        await ServerProcess.RunAsync(Compiler, "-shared", "-fPIC", "-o", _root[Mend], Path.Combine(AppContext.BaseDirectory, "Servers", "opensmtpd-openssl3.c"));
        // The program re-executes itself for each of its processes, so it is not sufficient to preload for the first.
        _root.Write("etc/ld.so.preload", Mend + "\n");
        _root.Create("var/lib/opensmtpd/empty", 0, "755");
        _root.Create("var/spool", 0, "755");
        _root.Create("var/run", 0, "755");
        _root.Create("home/alice", MailUser, "700");
        _root.Write("etc/cert.pem", await File.ReadAllTextAsync(Folder["cert.pem"]));
        _root.Write("etc/key.pem", await File.ReadAllTextAsync(Folder["key.pem"]), 0, "600");
        _root.Write("etc/smtpd.conf", Configuration(await ServerProcess.RunOnAsync(Password, "/usr/bin/openssl", "passwd", "-6", "-stdin")));
    }

    protected override Task RunAsync() => RunAsync([Loopback(StartTlsPort), Loopback(ImplicitPort)], _root.Command(Program, "-d", "-f", "/etc/smtpd.conf"));

    private string Configuration(string passwordHash) => $$"""
        pki mail cert "/etc/cert.pem"
        pki mail key "/etc/key.pem"
        smtp max-message-size "{{MessageSizeLimit}}"
        table logins { "{{User}}" = "{{passwordHash}}" }
        table refused { "{{RefusedSender}}" }
        filter refusals phase mail-from match mail-from <refused> reject "550 5.7.1 Sender address rejected"
        listen on 127.0.0.1 port {{StartTlsPort}} tls-require pki mail auth-optional <logins> hostname smtp.mail.test filter refusals
        listen on 127.0.0.1 port {{ImplicitPort}} smtps pki mail auth-optional <logins> hostname smtp.mail.test filter refusals
        action "deliver" mbox
        action "relay" relay host smtp://127.0.0.1:9
        match auth from any for any action "relay"
        match from any for domain "mail.test" action "deliver"

        """;

    private static string? FindFault() => UnpackedServers.FindFaultInRoot(Name, Program)
        ?? (File.Exists(Compiler) ? null : $"{Name} needs gcc, which makes the library that lets it speak TLS with OpenSSL 3")
        ?? (File.Exists("/usr/bin/openssl") ? null : $"{Name} needs openssl, which hashes its password");
}
