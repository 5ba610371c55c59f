using System.Diagnostics;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Cyrus IMAP 3 on loopback ports: IMAP with STARTTLS and with implicit TLS, logins by every mechanism of Cyrus SASL's own passwords, mailboxes made at the first login.</summary>
public sealed class CyrusFixture : IAsyncLifetime
{
    public const string Program = "/usr/lib/cyrus/bin/master";
    public const string User = "alice";

    /// <summary>A folder of the user's.</summary>
    public const string Folder = "Archive";

    private const string Imapd = "/usr/lib/cyrus/bin/imapd";

    private TemporaryFolder? _folder;
    private ServerProcess? _process;

    /// <summary>Issues the server's certificate.</summary>
    public TestCertificateAuthority Authority { get; } = new();

    public string Password { get; } = "c4nary" + Guid.NewGuid().ToString("N");

    /// <summary>IMAP with STARTTLS.</summary>
    public int ImapPort { get; } = ServerProcess.FreePort();

    /// <summary>IMAP with implicit TLS.</summary>
    public int ImapsPort { get; } = ServerProcess.FreePort();

    public async ValueTask InitializeAsync()
    {
        if (ServerRequirements.Cyrus is not null) return;
        _folder = new TemporaryFolder("es-cyrus-");
        ServerCertificateFiles.Write(_folder, Authority, null).Dispose();
        foreach (var name in (string[])["conf", "conf/db", "conf/socket", "conf/proc", "conf/log", "conf/sync", "spool"]) _folder.Create(name);
        var settings = _folder.Write("imapd.conf", Settings(_folder));
        var services = _folder.Write("cyrus.conf", Services(settings));
        await SetPasswordAsync(_folder);
        await ServerProcess.RunAsync("/bin/chown", "-R", "mail:mail", _folder.Path);
        _process = await ServerProcess.StartAsync(
            _folder, "cyrus.out", [ImapPort, ImapsPort], UnpackedServers.Command(_folder, "cyrus", Program, "-C", settings, "-M", services, "-p", _folder["master.pid"], "-D"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder?.Dispose();
        Authority.Dispose();
    }

    private async Task SetPasswordAsync(TemporaryFolder folder)
    {
        var command = UnpackedServers.Command(folder, "cyrus", "/usr/sbin/saslpasswd2", "-p", "-c", "-f", folder["sasldb2"], "-u", "localhost", User);
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(Password);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"saslpasswd2 ended with {process.ExitCode}.");
    }

    private static string Settings(TemporaryFolder folder) => $"""
        configdirectory: {folder["conf"]}
        partition-default: {folder["spool"]}
        defaultpartition: default
        admins: cyrus
        unixhierarchysep: yes
        altnamespace: yes
        autocreate_quota: 0
        autocreate_inbox_folders: {Folder}
        servername: localhost
        allowplaintext: no
        failedloginpause: 0
        sasl_pwcheck_method: auxprop
        sasl_auxprop_plugin: sasldb
        sasl_sasldb_path: {folder["sasldb2"]}
        sasl_mech_list: PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256
        tls_server_cert: {folder["cert.pem"]}
        tls_server_key: {folder["key.pem"]}
        tls_session_timeout: 0

        """;

    private string Services(string settings) => $$"""
        START {
        }
        SERVICES {
          imap cmd="{{UnpackedServers.PathOf(Imapd)}} -C {{settings}}" listen="127.0.0.1:{{ImapPort}}" prefork=0
          imaps cmd="{{UnpackedServers.PathOf(Imapd)}} -s -C {{settings}}" listen="127.0.0.1:{{ImapsPort}}" prefork=0
        }
        EVENTS {
        }

        """;
}
