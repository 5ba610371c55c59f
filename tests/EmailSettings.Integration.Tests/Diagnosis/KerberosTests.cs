using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Fronts;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>
/// GSSAPI logins to Cyrus in an MIT Kerberos realm, from the command line, because the realm is configured by environment variables.
/// </summary>
[Collection(MailSystem.Name)]
public sealed class KerberosTests : IAsyncLifetime
{
    private const string User = "alice";

    private readonly TestCertificateAuthority _authority = new();
    private readonly TemporaryFolder _folder = new("es-front-");
    private readonly string _password = "c4nary" + Guid.NewGuid().ToString("N");
    private KerberosRealm? _realm;
    private CyrusServer? _server;

    private static string? Fault => KerberosRealm.Fault ?? CyrusServer.Kind.Fault;

    public async ValueTask InitializeAsync()
    {
        if (Fault is not null) return;
        _realm = await KerberosRealm.StartAsync(User, _password);
        _server = new CyrusServer(_authority, new ServerOptions { Realm = _realm });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_realm is not null) await _realm.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_login_with_a_ticket_works()
    {
        Skip.IfMissing(Fault);
        var answer = await TestAsync(User, _password);
        Assert.Empty(answer.ErrorIds());
        Assert.Equal("Passed", answer.Status("Authenticate"));
        Assert.Equal("Passed", answer.Status("Mailbox"));
        answer.HoldsNoToken(_password);
    }

    [Theory]
    [InlineData(User, "wrong", "localhost", "Authenticate.TicketRefused")]
    [InlineData("nobody", null, "localhost", "Authenticate.TicketRefused")]
    [InlineData(User + "@OTHER.TEST", null, "localhost", "Authenticate.KdcNotFound")]
    [InlineData(User, null, "127.0.0.1", "Authenticate.ServiceUnknown")]
    public async Task What_the_KDC_refuses_is_reported(string user, string? password, string host, string id)
    {
        Skip.IfMissing(Fault);
        Assert.Equal([id], (await TestAsync(user, password ?? _password, host)).ErrorIds());
    }

    [Fact]
    public async Task A_KDC_that_is_down_is_reported()
    {
        Skip.IfMissing(Fault);
        await _realm!.StopAsync();
        Assert.Equal(["Authenticate.KdcNotFound"], (await TestAsync(User, _password)).ErrorIds());
    }

    [Fact]
    public async Task A_server_with_an_old_key_is_distinguished_from_a_wrong_password()
    {
        Skip.IfMissing(Fault);
        await _realm!.ChangeKeyAsync("imap/localhost");
        Assert.Equal(["Authenticate.TicketRejected"], (await TestAsync(User, _password)).ErrorIds());
    }

    private async Task<FrontAnswer> TestAsync(string user, string password, string host = "localhost")
    {
        using var front = FrontProcess.Start(
            [.. FrontHome.CommandLine, "test", "incoming", "--host", host, "--port", $"{_server!.ImplicitPort}", "--address-family", "ipv4", "--tls", "implicit", "--user", user, "--password-stdin",
                "--mechanism", "GSSAPI", "--ca", _folder.Write("root.pem", _authority.Root.ExportCertificatePem()), "--output", "json"],
            new Dictionary<string, string?>(_realm!.Client) { ["HOME"] = _folder.Path, ["EMAILSETTINGS_STORE"] = _folder["settings.db"] },
            password);
        return await front.EndAsync();
    }
}
