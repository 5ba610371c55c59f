using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// Postfix on loopback ports: submission with STARTTLS and with implicit TLS, logins verified by Dovecot, no relaying without a
/// login, local mail delivered to Dovecot. Its configuration, queue and data are in folders of this run.
/// </summary>
public sealed class PostfixFixture : IAsyncDisposable
{
    /// <summary>The domain whose mail is delivered to Dovecot's mailboxes.</summary>
    public const string Domain = "mail.test";

    /// <summary>A sender that is refused.</summary>
    public const string RefusedSender = "refused@mail.test";

    /// <summary>The largest message, in bytes: what EHLO announces as SIZE (RFC 1870).</summary>
    public const int MessageSizeLimit = 2_000_000;

    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _process;

    private PostfixFixture(TemporaryFolder folder, ServerProcess process, int submissionPort, int submissionsPort)
    {
        _folder = folder;
        _process = process;
        SubmissionPort = submissionPort;
        SubmissionsPort = submissionsPort;
    }

    /// <summary>SMTP with STARTTLS.</summary>
    public int SubmissionPort { get; }

    /// <summary>SMTP with implicit TLS.</summary>
    public int SubmissionsPort { get; }

    /// <param name="authority">Issues the server's certificate.</param>
    /// <param name="dovecot">Verifies logins and receives the mail.</param>
    /// <param name="mailboxes">Addresses in <see cref="Domain"/>.</param>
    /// <param name="certificateOptions">The faults of the server's certificate.</param>
    public static async Task<PostfixFixture> StartAsync(
        TestCertificateAuthority authority, DovecotFixture dovecot, IEnumerable<string> mailboxes,
        ServerCertificateOptions? certificateOptions = null)
    {
        var folder = new TemporaryFolder("es-postfix-");
        var (submission, submissions) = (ServerPorts.Take(), ServerPorts.Take());
        ServerCertificateFiles.Write(folder, authority, certificateOptions).Dispose();
        folder.Create("queue");
        await ServerProcess.RunAsync("/bin/chown", "postfix:postfix", folder.Create("data"));
        folder.Write("main.cf", MainConfiguration(folder, dovecot, mailboxes));
        folder.Write("master.cf", MasterConfiguration(submission, submissions));
        // 'check' creates the queue folders; the master then stays in the foreground and leads its own process group.
        await ServerProcess.RunAsync("/usr/sbin/postfix", "-c", folder.Path, "check");
        var process = await ServerProcess.StartAsync(
            folder, "postfix.log", [submission, submissions], "/usr/lib/postfix/sbin/master", "-c", folder.Path);
        return new PostfixFixture(folder, process, submission, submissions);
    }

    /// <summary>Reads the server's log.</summary>
    public string ReadLog() => File.ReadAllText(_folder["postfix.log"]);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string MainConfiguration(TemporaryFolder folder, DovecotFixture dovecot, IEnumerable<string> mailboxes) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder["queue"]}}
        data_directory = {{folder["data"]}}
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = {{folder["postfix.log"]}}
        maillog_file_prefixes = {{folder.Path}}
        myhostname = smtp.{{Domain}}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks =
        mydestination =
        alias_maps =
        virtual_mailbox_domains = {{Domain}}
        virtual_mailbox_maps = inline:{ {{string.Join(' ', mailboxes.Select(mailbox => $"{{ {mailbox} = ok }}"))}} }
        virtual_transport = lmtp:unix:{{dovecot.LmtpSocket}}
        message_size_limit = {{MessageSizeLimit}}
        smtpd_tls_cert_file = {{folder["cert.pem"]}}
        smtpd_tls_key_file = {{folder["key.pem"]}}
        smtpd_tls_security_level = may
        smtpd_tls_mandatory_protocols = >=TLSv1.2
        smtpd_tls_protocols = >=TLSv1.2
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {{dovecot.SaslSocket}}
        smtpd_sender_restrictions = check_sender_access inline:{ { {{RefusedSender}} = REJECT } }
        smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
        smtpd_error_sleep_time = 0
        smtpd_client_connection_count_limit = 0
        """;

    private static string MasterConfiguration(int submission, int submissions) => $"""
        127.0.0.1:{submission} inet n - n - - smtpd
        127.0.0.1:{submissions} inet n - n - - smtpd
          -o smtpd_tls_wrappermode=yes
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        proxywrite unix - - n - 1 proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        lmtp unix - - n - - lmtp
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;
}
