using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Exim 4, which offers logins only over TLS.</summary>
public sealed class EximServer(TestCertificateAuthority authority, ServerOptions options) : RealServer("exim", authority, options)
{
    public const string Name = "Exim";

    private const string Program = "/usr/sbin/exim4";

    private const string Rules = """
        keep_environment =
        queue_only
        tls_advertise_hosts = *
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        host_lookup =
        rfc1413_hosts =
        acl_smtp_mail = sender
        acl_smtp_rcpt = recipient
        begin acl
        sender:
          deny senders = REFUSED
          accept
        recipient:
          accept authenticated = *
          deny domains = ! mail.test
               message = relay not permitted
          deny local_parts = ! alice
               message = Unrouteable address
          accept
        begin routers
        all:
          driver = accept
          transport = nowhere
        begin transports
        nowhere:
          driver = appendfile
          file = /dev/null
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{USER}}{eq{$auth3}{PASSWORD}}}}
          server_set_id = $auth2
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = Username:: : Password::
          server_condition = ${if and{{eq{$auth1}{USER}}{eq{$auth2}{PASSWORD}}}}
          server_set_id = $auth1
        cram:
          driver = cram_md5
          public_name = CRAM-MD5
          server_secret = ${if eq{$auth1}{USER}{PASSWORD}fail}
          server_set_id = $auth1

        """;

    internal static ServerKind Kind { get; } = new(Name, UnpackedServers.FindFault(Name, Program), (authority, options) => new EximServer(authority, options))
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
            Mistakes.UnknownIssuer.Gives("Tls.IncompleteChain", TestStage.Tls),
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

    protected override async Task PrepareAsync()
    {
        await ServerProcess.RunAsync("/bin/chown", "mail:mail", Folder.Create("spool"), Folder.Create("log"));
        Folder.Write("exim.conf", Configuration() + Rules);
    }

    protected override Task RunAsync() =>
        RunAsync([Loopback(StartTlsPort), Loopback(ImplicitPort)], UnpackedServers.Command(Folder, "Debian-exim", Program, "-C", Folder["exim.conf"], "-bdf"));

    // Full disks and load are not under test; and a port in use must not cause a wait of half a minute.
    private string Configuration() => $"""
        USER = {User}
        PASSWORD = {Password}
        REFUSED = {RefusedSender}
        exim_user = mail
        exim_group = mail
        primary_hostname = smtp.mail.test
        spool_directory = {Folder["spool"]}
        log_file_path = {Folder["log"]}/%slog
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = {StartTlsPort} : {ImplicitPort}
        daemon_startup_retries = 0
        tls_on_connect_ports = {ImplicitPort}
        tls_certificate = {Folder["cert.pem"]}
        tls_privatekey = {Folder["key.pem"]}
        message_size_limit = {MessageSizeLimit}
        check_spool_space = 0
        check_spool_inodes = 0
        check_log_space = 0
        check_log_inodes = 0
        smtp_accept_max = 1000
        {(Options.ServesOne ? "smtp_accept_max_per_host = 1" : "")}

        """;
}
