using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Exim 4, which offers logins once TLS is up.</summary>
public sealed class EximServer(TestCertificateAuthority authority) : SubmissionServer("exim", authority)
{
    public const string Program = "/usr/sbin/exim4";

    private const string Rules = """
        keep_environment =
        queue_only
        tls_advertise_hosts = *
        auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
        host_lookup =
        rfc1413_hosts =
        smtp_accept_max = 0
        acl_smtp_mail = sender
        acl_smtp_rcpt = recipient
        message_size_limit = 2M
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

    protected override async Task<string[]> PrepareAsync(TemporaryFolder folder)
    {
        await ServerProcess.RunAsync("/bin/chown", "mail:mail", folder.Create("spool"), folder.Create("log"));
        var configuration = folder.Write("exim.conf", Configuration(folder) + Rules);
        return UnpackedServers.Command(folder, "Debian-exim", Program, "-C", configuration, "-bdf");
    }

    private string Configuration(TemporaryFolder folder) => $"""
        USER = {User}
        PASSWORD = {Password}
        REFUSED = {RefusedSender}
        exim_user = mail
        exim_group = mail
        primary_hostname = smtp.mail.test
        spool_directory = {folder["spool"]}
        log_file_path = {folder["log"]}/%slog
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = {SubmissionPort} : {SubmissionsPort}
        tls_on_connect_ports = {SubmissionsPort}
        tls_certificate = {folder["cert.pem"]}
        tls_privatekey = {folder["key.pem"]}

        """;
}
