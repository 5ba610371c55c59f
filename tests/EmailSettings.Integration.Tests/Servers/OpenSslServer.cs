using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>OpenSSL's own server, which supports TLS of every quality, but no mail protocol.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    /// <summary>A placeholder in the arguments for the file of a 1024-bit Diffie-Hellman group.</summary>
    public const string SmallGroup = "SMALL-GROUP";

    private const string Program = "/usr/bin/openssl";

    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _process;

    private OpenSslServer(TemporaryFolder folder, ServerProcess process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    /// <summary>The port of implicit TLS.</summary>
    public int Port { get; }

    /// <param name="authority">Issues the server's certificate.</param>
    /// <param name="certificate">The faults of the certificate; null for none.</param>
    /// <param name="arguments">The arguments of <c>openssl s_server</c>, separated by spaces.</param>
    public static async Task<OpenSslServer> StartAsync(TestCertificateAuthority authority, ServerCertificateOptions? certificate, string arguments)
    {
        var folder = new TemporaryFolder("es-openssl-");
        var port = ServerPorts.Take();
        ServerCertificateFiles.Write(folder, authority, certificate).Dispose();
        // RFC 2409 section 6.2; no current client accepts it.
        var group = folder.Write("group.pem", """
            -----BEGIN DH PARAMETERS-----
            MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJR
            Sgh5jjQE3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL
            /1y29Aa37e44a/taiZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC
            -----END DH PARAMETERS-----

            """);
        // Answers like a web server; otherwise it reads its standard input, and exits at its end. The second certificate is that of
        // another host name, if the arguments name one.
        var process = await ServerProcess.StartAsync(
            folder, "server.out", [new IPEndPoint(IPAddress.Loopback, port)],
            [Program, "s_server", "-www", "-accept", $"127.0.0.1:{port}", "-cert", folder["cert.pem"], "-key", folder["key.pem"], "-cert2", folder["cert.pem"], "-key2", folder["key.pem"], .. arguments.Replace(SmallGroup, group, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return new OpenSslServer(folder, process, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
