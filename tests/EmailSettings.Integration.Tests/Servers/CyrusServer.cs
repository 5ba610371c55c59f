using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Cyrus IMAP 3, with every password mechanism of Cyrus SASL; mailboxes are created at the first login.</summary>
public sealed class CyrusServer(TestCertificateAuthority authority, ServerOptions options) : RealServer("cyrus", authority, options)
{
    public const string Name = "Cyrus";

    /// <summary>One of the user's folders.</summary>
    private const string Archive = "Archive";

    private const string Program = "/usr/lib/cyrus/bin/master";
    private const string Imapd = "/usr/lib/cyrus/bin/imapd";

    public override bool HoldsMailboxes => true;

    public override string User => "alice";

    internal static ServerKind Kind { get; } = new(Name, UnpackedServers.FindFault(Name, Program), (authority, options) => new CyrusServer(authority, options))
    {
        Ways =
        [
            Reading.By(TlsChoice.None, null, "SCRAM-SHA-256"), Reading.By(TlsChoice.StartTls, null, "SCRAM-SHA-256"), Reading.By(TlsChoice.Implicit, null, "SCRAM-SHA-256"),
            Reading.By(TlsChoice.Implicit, SaslMechanism.ScramSha1, "SCRAM-SHA-1"), Reading.By(TlsChoice.Implicit, SaslMechanism.CramMd5, "CRAM-MD5"), Reading.By(TlsChoice.Implicit, SaslMechanism.Ntlm, "NTLM"),
            Reading.By(TlsChoice.StartTls, SaslMechanism.Plain, "PLAIN"), Reading.By(TlsChoice.Implicit, SaslMechanism.Login, "LOGIN"),
            Reading.Folder(Archive, "SCRAM-SHA-256"),
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
            Reading.SendingSought.Gives("Greeting.NotThisProtocol", TestStage.Greeting),
            Reading.NoSuchFolder.Gives("Mailbox.NotFound", TestStage.Mailbox),
        ],
    };

    protected override async Task PrepareAsync()
    {
        foreach (var name in (string[])["conf", "conf/db", "conf/socket", "conf/proc", "conf/log", "conf/sync", "spool"]) Folder.Create(name);
        Folder.Write("imapd.conf", Settings());
        Folder.Write("cyrus.conf", Services());
        await ServerProcess.RunOnAsync(Password, UnpackedServers.Command(Folder, "cyrus", "/usr/sbin/saslpasswd2", "-p", "-c", "-f", Folder["sasldb2"], "-u", "localhost", User));
        if (Options.Realm is { } realm) await realm.WriteKeysAsync("imap/localhost", Folder);
        await ServerProcess.RunAsync("/bin/chown", "-R", "mail:mail", Folder.Path);
    }

    protected override Task RunAsync() => RunAsync(
        [Loopback(StartTlsPort), Loopback(ImplicitPort)],
        [.. Options.Realm?.Environment(Folder) ?? [], .. UnpackedServers.Command(Folder, "cyrus", Program, "-C", Folder["imapd.conf"], "-M", Folder["cyrus.conf"], "-p", Folder["master.pid"], "-D")]);

    private string Settings() => $"""
        configdirectory: {Folder["conf"]}
        partition-default: {Folder["spool"]}
        defaultpartition: default
        admins: cyrus
        unixhierarchysep: yes
        altnamespace: yes
        autocreate_quota: 0
        autocreate_inbox_folders: {Archive}
        servername: localhost
        allowplaintext: no
        sasl_pwcheck_method: auxprop
        sasl_auxprop_plugin: sasldb
        sasl_sasldb_path: {Folder["sasldb2"]}
        sasl_mech_list: {(Options.Realm is null ? "PLAIN LOGIN CRAM-MD5 NTLM SCRAM-SHA-1 SCRAM-SHA-256" : "GSSAPI")}
        tls_server_cert: {Folder["cert.pem"]}
        tls_server_key: {Folder["key.pem"]}
        tls_session_timeout: 0

        """;

    private string Services() => $$"""
        START {
        }
        SERVICES {
          imap cmd="{{UnpackedServers.PathOf(Imapd)}} -C {{Folder["imapd.conf"]}}" listen="127.0.0.1:{{StartTlsPort}}" prefork=0
          imaps cmd="{{UnpackedServers.PathOf(Imapd)}} -s -C {{Folder["imapd.conf"]}}" listen="127.0.0.1:{{ImplicitPort}}" prefork=0
        }
        EVENTS {
        }

        """;
}
