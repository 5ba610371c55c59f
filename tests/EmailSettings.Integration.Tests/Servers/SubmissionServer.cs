using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A server for sending, on loopback ports: STARTTLS and implicit TLS, logins by PLAIN, LOGIN and CRAM-MD5, relaying for those who
/// logged in alone, one mailbox of its own. What it takes it throws away.
/// </summary>
public abstract class SubmissionServer : IAsyncDisposable
{
    public const string User = "alice@mail.test";
    public const string RefusedSender = "refused@mail.test";

    private readonly TemporaryFolder _folder;
    private ServerProcess? _process;

    protected SubmissionServer(string name, TestCertificateAuthority authority)
    {
        _folder = new TemporaryFolder($"es-{name}-");
        ServerCertificateFiles.Write(_folder, authority, null).Dispose();
    }

    public string Password { get; } = "c4nary" + Guid.NewGuid().ToString("N");

    /// <summary>SMTP with STARTTLS.</summary>
    public int SubmissionPort { get; } = ServerProcess.FreePort();

    /// <summary>SMTP with implicit TLS.</summary>
    public int SubmissionsPort { get; } = ServerProcess.FreePort();

    public async Task StartAsync()
    {
        _process = await ServerProcess.StartAsync(_folder, "server.out", [SubmissionPort, SubmissionsPort], await PrepareAsync(_folder));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what the server needs into its folder, where <c>cert.pem</c> and <c>key.pem</c> are.</summary>
    /// <returns>The command that runs it in the foreground.</returns>
    protected abstract Task<string[]> PrepareAsync(TemporaryFolder folder);
}
