using System.Net.Sockets;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers.Cases;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// Courier in its own root directory: either its sending server or its mailbox server, started as Debian's scripts do.
/// </summary>
public sealed class CourierServer : RealServer
{
    public const string SendingName = "Courier (SMTP)";
    public const string MailboxName = "Courier (IMAP)";

    /// <summary>One of the user's folders.</summary>
    private const string Archive = "INBOX.Archive";

    private const string Listener = "/usr/sbin/couriertcpd";
    private const string Tls = "/usr/bin/couriertls";
    private const string Logins = "/usr/lib/courier/courier-authlib/authdaemond";
    private const string LoginModule = "/usr/lib/courier-authlib/libauthuserdb.so.0.0.0";
    private const string LoginSocket = "/run/courier/authdaemon/socket";
    private const string MakeTable = "/usr/lib/courier/courier-authlib/makedatprog";
    private const string HashPassword = "/usr/sbin/userdbpw";
    private const string MakeMailbox = "/usr/bin/maildirmake.courier";
    private const string Watcher = "/usr/libexec/gam_server";
    private const string ImapLogin = "/usr/lib/courier/courier/imaplogin";
    private const string Imap = "/usr/bin/imapd";
    private const string Smtp = "/usr/lib/courier/courier/modules/esmtp/courieresmtpd";
    private const string Submit = "/usr/lib/courier/courier/submit";
    private const string SubmitFolder = "/usr/lib/courier/courier/submitmkdir";
    private const int Courier = 901;
    private const int MailUser = 902;

    private readonly ServerRoot _root;

    private CourierServer(bool holdsMailboxes, TestCertificateAuthority authority, ServerOptions options)
        : base("courier", authority, options)
    {
        HoldsMailboxes = holdsMailboxes;
        _root = new ServerRoot(Folder, new Dictionary<string, int> { ["courier"] = Courier, ["alice"] = MailUser });
    }

    public override bool HoldsMailboxes { get; }

    public override string User => "alice";

    internal static ServerKind SendingKind { get; } = new(SendingName, UnpackedServers.FindFaultInRoot(SendingName, Smtp), (authority, options) => new CourierServer(false, authority, options))
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
            Mistakes.TooManyConnections.Gives("Reply.Disconnected", TestStage.Greeting),
            Sending.MailboxSought.Gives("Greeting.NotThisProtocol", TestStage.Greeting),
            Sending.Relaying.Gives("Envelope.RelayDenied", TestStage.Envelope),
            Sending.NoSuchRecipient.Gives("Envelope.RecipientRefused", TestStage.Envelope),
            Sending.SenderNotAllowed.Gives("Envelope.SenderRefused", TestStage.Envelope),
            Sending.TooLarge.Gives("Message.TooLarge", TestStage.Envelope),
        ],
    };

    internal static ServerKind MailboxKind { get; } = new(MailboxName, UnpackedServers.FindFaultInRoot(MailboxName, Imap), (authority, options) => new CourierServer(true, authority, options))
    {
        Ways =
        [
            Reading.By(TlsChoice.None, SaslMechanism.CramMd5, "CRAM-MD5"),
            Reading.By(TlsChoice.StartTls, null, "CRAM-MD5"), Reading.By(TlsChoice.Implicit, null, "CRAM-MD5"),
            Reading.By(TlsChoice.StartTls, SaslMechanism.Plain, "PLAIN"), Reading.By(TlsChoice.Implicit, SaslMechanism.Login, "LOGIN"),
            Reading.Folder(Archive, "CRAM-MD5"),
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
            Mistakes.TooManyConnections.Gives("Reply.Disconnected", TestStage.Greeting),
            Reading.SendingSought.Gives("Greeting.NotThisProtocol", TestStage.Greeting),
            Reading.NoSuchFolder.Gives("Mailbox.NotFound", TestStage.Mailbox),
        ],
    };

    private IEnumerable<string> Limits => ["-address=127.0.0.1", "-nodnslookup", "-noidentlookup", Options.ServesOne ? "-maxperip=1" : "-maxperip=1000", "-maxperc=1000", "-maxprocs=1000"];

    protected override async Task PrepareAsync()
    {
        await _root.AddAsync(Listener, Tls, Logins, LoginModule, MakeTable, HashPassword);
        File.CreateSymbolicLink(_root["/usr/lib/courier-authlib/libauthuserdb.so"], Path.GetFileName(LoginModule));
        File.CreateSymbolicLink(_root["/usr/lib/courier-authlib/libauthuserdb.so.0"], Path.GetFileName(LoginModule));
        _root.Create("run/courier/authdaemon", Courier, "755");
        _root.Create("var/lib/courier", Courier, "755");
        _root.Write("etc/courier/authdaemonrc", "authmodulelist=\"authuserdb\"\nauthmodulelistorig=\"authuserdb\"\ndaemons=2\nauthdaemonvar=/run/courier/authdaemon\n");
        _root.Write("etc/courier/server.pem", await File.ReadAllTextAsync(Folder["key.pem"]) + await File.ReadAllTextAsync(Folder["cert.pem"]), Courier, "600");
        await WriteTableAsync("userdb", $"uid={MailUser}|gid={MailUser}|home=/home/alice");
        var clear = await ServerProcess.RunOnAsync(Password, "/usr/bin/openssl", "passwd", "-6", "-stdin");
        var proof = await ServerProcess.RunOnAsync($"{Password}\n{Password}\n", _root.Command(HashPassword, "-hmac-md5"));
        await WriteTableAsync("userdbshadow", $"systempw={clear}|hmac-md5pw={proof}");
        await (HoldsMailboxes ? PrepareMailboxesAsync() : PrepareSendingAsync());
    }

    protected override async Task RunAsync()
    {
        await RunAsync([new UnixDomainSocketEndPoint(_root[LoginSocket])], _root.Command(Logins));
        // Without a notifier of folder changes, each login takes seconds.
        if (HoldsMailboxes) await RunAsync([], _root.CommandAs(MailUser, Watcher, "-notimeout", ""));
        string[] served = HoldsMailboxes ? [ImapLogin, Imap, "Maildir"] : [Smtp];
        await RunAsync([Loopback(StartTlsPort)], [.. Environment(), .. _root.Command([Listener, .. Limits, .. Account(), $"{StartTlsPort}", .. served])]);
        await RunAsync([Loopback(ImplicitPort)], [.. Environment(), "IMAP_TLS=1", "ESMTP_TLS=1", .. _root.Command([Listener, .. Limits, .. Account(), $"{ImplicitPort}", Tls, "-server", "-tcpd", "-user=courier", .. served])]);
    }

    private async Task PrepareMailboxesAsync()
    {
        await _root.AddAsync(ImapLogin, Imap, MakeMailbox, Watcher);
        _root.Create("home/alice", MailUser, "700");
        await ServerProcess.RunAsync(_root.CommandAs(MailUser, MakeMailbox, "/home/alice/Maildir"));
        await ServerProcess.RunAsync(_root.CommandAs(MailUser, MakeMailbox, "-f", "Archive", "/home/alice/Maildir"));
    }

    private async Task PrepareSendingAsync()
    {
        await _root.AddAsync(Smtp, Submit, SubmitFolder);
        _root.Own(SubmitFolder, Courier, "4755");
        foreach (var folder in (string[])["allfilters", "filters", "msgq", "msgs", "track", "tmp"]) _root.Create($"var/lib/courier/{folder}", Courier, "770");
        foreach (var module in (string[])["local", "esmtp", "dsn"]) _root.Write($"etc/courier/module.{module}", await File.ReadAllTextAsync(UnpackedServers.PathOf($"/etc/courier/module.{module}")));
        _root.Create("etc/courier/aliases", Courier, "755");
        _root.Write("etc/courier/me", "smtp.mail.test\n");
        _root.Write("etc/courier/locals", "mail.test\n");
        _root.Write("etc/courier/defaultdomain", "mail.test\n");
        _root.Write("etc/courier/esmtpacceptmailfor", "mail.test\n");
        _root.Write("etc/courier/bofh", $"badfrom {RefusedSender}\n");
        _root.Write("etc/courier/sizelimit", $"{MessageSizeLimit}\n");
    }

    private Task<string> WriteTableAsync(string name, string record) => ServerProcess.RunOnAsync($"{User}\t{record}\n.\n", _root.Command(MakeTable, "-", $"/etc/courier/{name}.tmp", $"/etc/courier/{name}.dat"));

    private static string[] Environment() =>
    [
        "/usr/bin/env", "-i", "PATH=/usr/bin", "SHELL=/bin/sh", $"COURIERTLS={Tls}", "TLS_CERTFILE=/etc/courier/server.pem", "TLS_VERIFYPEER=NONE",
        "MAILDIRPATH=Maildir", "IMAP_STARTTLS=YES", "IMAP_CAPABILITY=IMAP4rev1 UIDPLUS CHILDREN NAMESPACE SORT QUOTA IDLE AUTH=CRAM-MD5",
        "IMAP_CAPABILITY_TLS=IMAP4rev1 UIDPLUS CHILDREN NAMESPACE SORT QUOTA IDLE AUTH=CRAM-MD5 AUTH=PLAIN AUTH=LOGIN",
        "ESMTPAUTH=", "ESMTPAUTH_TLS=PLAIN LOGIN CRAM-MD5", "AUTH_REQUIRED=0", "BOFHCHECKDNS=0", "TARPIT=0",
    ];

    private string[] Account() => HoldsMailboxes ? [] : ["-user=courier", "-group=courier"];
}
