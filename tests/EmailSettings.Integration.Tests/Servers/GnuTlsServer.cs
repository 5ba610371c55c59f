using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The server of GnuTLS, the TLS library of Debian's Exim, which uses certificates that OpenSSL's server refuses.</summary>
internal sealed class GnuTlsServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/gnutls-serv";

    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _process;

    private GnuTlsServer(TemporaryFolder folder, ServerProcess process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Fault { get; } = UnpackedServers.FindFault("gnutls-serv", Program);

    /// <summary>The port with implicit TLS.</summary>
    public int Port { get; }

    /// <param name="authority">Issues the server's certificate.</param>
    /// <param name="certificate">The properties of the certificate.</param>
    /// <param name="priority">A GnuTLS priority string: versions, suites, groups and signatures.</param>
    public static async Task<GnuTlsServer> StartAsync(TestCertificateAuthority authority, ServerCertificateOptions certificate, string priority)
    {
        var folder = new TemporaryFolder("es-gnutls-");
        var port = ServerPorts.FindForAllAddresses();
        ServerCertificateFiles.Write(folder, authority, certificate).Dispose();
        var process = await ServerProcess.StartAsync(
            folder, "server.out", [new IPEndPoint(IPAddress.Loopback, port)],
            UnpackedServers.WithLibraries(
                UnpackedServers.PathOf(Program), "--http", "--disable-client-cert", "-p", $"{port}",
                "--x509certfile", folder["cert.pem"], "--x509keyfile", folder["key.pem"], "--priority", priority));
        return new GnuTlsServer(folder, process, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
