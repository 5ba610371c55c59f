using System.Net;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A temporary Kerberos realm on loopback: an MIT KDC with its database, and the configuration files for its clients.</summary>
internal sealed class KerberosRealm : IAsyncDisposable
{
    public const string Name = "MAIL.TEST";

    private const string Kdc = "/usr/sbin/krb5kdc";
    private const string Administration = "/usr/sbin/kadmin.local";
    private const string Keys = "server.keytab";

    private readonly TemporaryFolder _folder = new("es-kerberos-");
    private readonly int _port = ServerPorts.Take();
    private ServerProcess? _process;

    private KerberosRealm()
    {
    }

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Fault { get; } = UnpackedServers.FindFault("Kerberos", Kdc) ?? UnpackedServers.FindFault("Kerberos", Administration);

    /// <summary>The environment variables that lead a client to the realm.</summary>
    public IReadOnlyDictionary<string, string?> Client => new Dictionary<string, string?> { ["KRB5_CONFIG"] = _folder["krb5.conf"], ["KRB5CCNAME"] = $"FILE:{_folder["tickets"]}" };

    /// <summary>Starts a realm with one user.</summary>
    public static async Task<KerberosRealm> StartAsync(string user, string password)
    {
        var realm = new KerberosRealm();
        realm.Configure();
        await ServerProcess.RunOnAsync("", realm.Command("/usr/sbin/kdb5_util", "create", "-s", "-r", Name, "-P", Guid.NewGuid().ToString("N")));
        // The password is a secret, so it is passed on standard input.
        await realm.AdministerAsync($"add_principal {user}\n{password}\n{password}\n");
        realm._process = await ServerProcess.StartAsync(realm._folder, "kdc.out", [new IPEndPoint(IPAddress.Loopback, realm._port)], realm.Command(Kdc, "-n"));
        return realm;
    }

    /// <summary>The command that runs a server's programs with the environment they need.</summary>
    public string[] Environment(TemporaryFolder server) =>
        ["/usr/bin/env", $"KRB5_CONFIG={_folder["krb5.conf"]}", $"KRB5_KTNAME=FILE:{server[Keys]}", $"SASL_PATH={UnpackedServers.SaslMechanisms}"];

    /// <summary>Creates a service principal and writes its key to its server's folder.</summary>
    public Task WriteKeysAsync(string service, TemporaryFolder server) =>
        AdministerAsync($"add_principal -randkey {service}\nktadd -k {server[Keys]} {service}\n");

    /// <summary>Changes the key of a service principal without telling its server.</summary>
    public Task ChangeKeyAsync(string service) => AdministerAsync($"change_password -randkey {service}\n");

    /// <summary>Stops the KDC.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process) await process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private Task<string> AdministerAsync(string commands) => ServerProcess.RunOnAsync(commands, Command(Administration, "-r", Name));

    private string[] Command(string program, params string[] arguments) => UnpackedServers.WithLibraries(
        ["/usr/bin/env", $"KRB5_CONFIG={_folder["krb5.conf"]}", $"KRB5_KDC_PROFILE={_folder["kdc.conf"]}", UnpackedServers.PathOf(program), .. arguments]);

    private void Configure()
    {
        _folder.Write("krb5.conf", $$"""
            [libdefaults]
              default_realm = {{Name}}
              dns_lookup_kdc = false
              dns_lookup_realm = false
              dns_canonicalize_hostname = false
              rdns = false
              udp_preference_limit = 1
            [realms]
              {{Name}} = {
                kdc = 127.0.0.1:{{_port}}
              }
            [domain_realm]
              localhost = {{Name}}
            [dbmodules]
              db_module_dir = {{UnpackedServers.KdcDatabases}}

            """);
        _folder.Write("kdc.conf", $$"""
            [kdcdefaults]
              kdc_listen = 127.0.0.1:{{_port}}
              kdc_tcp_listen = 127.0.0.1:{{_port}}
            [realms]
              {{Name}} = {
                database_name = {{_folder["principal"]}}
                key_stash_file = {{_folder["stash"]}}
                acl_file = {{_folder["acl"]}}
              }

            """);
    }
}
