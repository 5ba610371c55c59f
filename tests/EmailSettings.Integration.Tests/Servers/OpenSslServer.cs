using System.Net;
using EmailSettings.Integration.Tests.Certificates;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>OpenSSL's own server, which speaks TLS of every quality, and nothing of mail after it.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    /// <summary>Stands among the arguments for the file of a Diffie-Hellman group of 1024 bits.</summary>
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
    /// <param name="certificate">What is wrong with the certificate; null for nothing.</param>
    /// <param name="arguments">Arguments of <c>openssl s_server</c>, parted by blanks.</param>
    public static async Task<OpenSslServer> StartAsync(TestCertificateAuthority authority, ServerCertificateOptions? certificate, string arguments)
    {
        var folder = new TemporaryFolder("es-openssl-");
        var port = ServerPorts.Take();
        ServerCertificateFiles.Write(folder, authority, certificate).Dispose();
        // RFC 2409 section 6.2; no client of today takes it.
        var group = folder.Write("group.pem", """
            -----BEGIN DH PARAMETERS-----
            MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJR
            Sgh5jjQE3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL
            /1y29Aa37e44a/taiZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC
            -----END DH PARAMETERS-----

            """);
        // Answers like a web server: else it reads its standard input, and ends with it.
        var process = await ServerProcess.StartAsync(
            folder, "server.out", [new IPEndPoint(IPAddress.Loopback, port)],
            [Program, "s_server", "-www", "-accept", $"127.0.0.1:{port}", "-cert", folder["cert.pem"], "-key", folder["key.pem"], .. arguments.Replace(SmallGroup, group, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return new OpenSslServer(folder, process, port);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
