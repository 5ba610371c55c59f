using System.Security.Cryptography.X509Certificates;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// Dovecot 2.3 on loopback ports: IMAP with STARTTLS and with implicit TLS, passwords from a file, tokens validated by the token
/// endpoint, LMTP and a SASL socket for Postfix. Runs as any user; as root it switches to Debian's own accounts.
/// </summary>
public sealed class DovecotFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _process;

    private DovecotFixture(TemporaryFolder folder, ServerProcess process, X509Certificate2 certificate, int imapPort, int imapsPort)
    {
        _folder = folder;
        _process = process;
        Certificate = certificate;
        ImapPort = imapPort;
        ImapsPort = imapsPort;
    }

    /// <summary>IMAP with STARTTLS.</summary>
    public int ImapPort { get; }

    /// <summary>IMAP with implicit TLS.</summary>
    public int ImapsPort { get; }

    /// <summary>The server's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The socket through which Postfix verifies logins.</summary>
    public string SaslSocket => _folder["run/sasl"];

    /// <summary>The socket to which Postfix delivers.</summary>
    public string LmtpSocket => _folder["run/lmtp-in"];

    /// <param name="authority">Issues the server's certificate, and is trusted for the token endpoint.</param>
    /// <param name="tokens">Validates tokens.</param>
    /// <param name="users">User name → password, for every password mechanism.</param>
    /// <param name="certificateOptions">The faults of the server's certificate.</param>
    public static async Task<DovecotFixture> StartAsync(
        TestCertificateAuthority authority, TokenEndpoint tokens, IReadOnlyDictionary<string, string> users,
        ServerCertificateOptions? certificateOptions = null)
    {
        var folder = new TemporaryFolder("es-dovecot-");
        var (imap, imaps) = (ServerPorts.Take(), ServerPorts.Take());
        var certificate = ServerCertificateFiles.Write(folder, authority, certificateOptions);
        folder.Write("ca.pem", authority.Root.ExportCertificatePem());
        folder.Write("users", string.Concat(users.Select(user => $"{user.Key}:{{PLAIN}}{user.Value}\n")));
        folder.Write("oauth2.conf", OAuth2Configuration(folder, tokens));
        folder.Create("run");
        PrepareMailFolder(folder);
        var configuration = folder.Write("dovecot.conf", Configuration(folder, imap, imaps));
        var process = await ServerProcess.StartAsync(folder, "dovecot.log", [imap, imaps], "/usr/sbin/dovecot", "-F", "-c", configuration);
        return new DovecotFixture(folder, process, certificate, imap, imaps);
    }

    /// <summary>Reads the server's log.</summary>
    public string ReadLog() => File.ReadAllText(_folder["dovecot.log"]);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Certificate.Dispose();
        _folder.Dispose();
    }

    private static void PrepareMailFolder(TemporaryFolder folder)
    {
        var mail = folder.Create("mail");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(mail, (UnixFileMode)Convert.ToInt32("777", 8));
    }

    private static string OAuth2Configuration(TemporaryFolder folder, TokenEndpoint tokens) => $"""
        introspection_url = {tokens.Introspection}
        introspection_mode = auth
        force_introspection = yes
        active_attribute = active
        active_value = yes
        username_attribute = username
        tls_ca_cert_file = {folder["ca.pem"]}
        """;

    private static string Configuration(TemporaryFolder folder, int imap, int imaps)
    {
        var (mailUser, mailGroup) = ServerRequirements.IsRoot ? ("mail", "mail") : (Environment.UserName, ServerRequirements.GroupName);
        return $$"""
            base_dir = {{folder["run"]}}
            state_dir = {{folder["run"]}}
            log_path = {{folder["dovecot.log"]}}
            auth_verbose = yes
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = yes
            ssl_min_protocol = TLSv1.2
            ssl_cert = <{{folder["cert.pem"]}}
            ssl_key = <{{folder["key.pem"]}}
            auth_mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256 xoauth2 oauthbearer
            # Wrong passwords are answered at once: tests have no time for penalties.
            auth_failure_delay = 0
            first_valid_uid = 1
            mail_location = maildir:{{folder["mail"]}}/%u
            {{Accounts()}}
            passdb {
              driver = passwd-file
              mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256
              args = {{folder["users"]}}
            }
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = {{folder["oauth2.conf"]}}
            }
            userdb {
              driver = static
              args = uid={{mailUser}} gid={{mailGroup}} home={{folder["mail"]}}/%u allow_all_users=yes
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{imap}}
              }
              inet_listener imaps {
                port = {{imaps}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service lmtp {
              unix_listener lmtp-in {
                mode = 0666
              }
            }
            service auth {
              unix_listener sasl {
                mode = 0666
              }
            }
            service stats {
              chroot =
              unix_listener stats-writer {
                mode = 0666
              }
            }
            """;
    }

    private static string Accounts() => ServerRequirements.IsRoot ? "" : $"""
        default_internal_user = {Environment.UserName}
        default_login_user = {Environment.UserName}
        default_internal_group = {ServerRequirements.GroupName}
        """;
}
