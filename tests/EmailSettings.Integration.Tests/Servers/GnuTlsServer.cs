using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>GnuTLS' own server, the TLS of Debian's Exim, which uses certificates that OpenSSL's own server refuses to use.</summary>
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

    /// <summary>Why it cannot be run here; null for no reason.</summary>
    public static string? Fault { get; } = UnpackedServers.FindFault("gnutls-serv", Program);

    /// <summary>The port of implicit TLS.</summary>
    public int Port { get; }

    /// <param name="authority">Issues the server's certificate.</param>
    /// <param name="certificate">What is wrong with the certificate.</param>
    /// <param name="priority">Versions, suites, groups and signatures, as GnuTLS names them.</param>
    public static async Task<GnuTlsServer> StartAsync(TestCertificateAuthority authority, ServerCertificateOptions certificate, string priority)
    {
        var folder = new TemporaryFolder("es-gnutls-");
        var port = ServerPorts.Take();
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
