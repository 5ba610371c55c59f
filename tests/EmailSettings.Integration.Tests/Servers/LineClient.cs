using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Sends and reads lines on a plain socket or over TLS, to examine the servers without the library under test.</summary>
public sealed class LineClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TcpClient _tcp = new();
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;

    public static async Task<LineClient> ConnectAsync(int port)
    {
        var client = new LineClient();
        await client._tcp.ConnectAsync(IPAddress.Loopback, port);
        client.Use(client._tcp.GetStream());
        return client;
    }

    /// <summary>Connects and reads the greeting, waiting until earlier clients have left if the server accepts few.</summary>
    public static async Task<LineClient> ConnectWhenServedAsync(int port)
    {
        while (true)
        {
            var client = await ConnectAsync(port);
            if (await client._reader.ReadLineAsync().WaitAsync(Limit) is { } line && (line.StartsWith("220 ", StringComparison.Ordinal) || line.StartsWith("* OK", StringComparison.Ordinal))) return client;
            await client.DisposeAsync();
        }
    }

    public static async Task<LineClient> ConnectWithTlsAsync(int port, X509Certificate2Collection roots)
    {
        var client = await ConnectAsync(port);
        await client.StartTlsAsync(roots);
        return client;
    }

    public async Task StartTlsAsync(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy });
        Use(tls);
    }

    public async Task<string> ReadLineAsync() => await _reader.ReadLineAsync().WaitAsync(Limit) ?? throw new EndOfStreamException();

    /// <summary>Sends a line and reads one whole SMTP reply (RFC 5321 section 4.2).</summary>
    public async Task<string> SmtpAsync(string line)
    {
        await SendAsync(line);
        var reply = new StringBuilder();
        string last;
        do
        {
            last = await ReadLineAsync();
            reply.AppendLine(last);
        }
        while (last.Length > 3 && last[3] == '-');
        return reply.ToString();
    }

    /// <summary>Sends an IMAP command and reads up to its tagged response (RFC 9051 section 2.2).</summary>
    public async Task<string> ImapAsync(string command)
    {
        await SendAsync("t " + command);
        var reply = new StringBuilder();
        string last;
        do
        {
            last = await ReadLineAsync();
            reply.AppendLine(last);
            // A failed XOAUTH2 sends its reason in a continuation and waits for an empty line.
            if (last.StartsWith('+')) await SendAsync("");
        }
        while (!last.StartsWith("t ", StringComparison.Ordinal));
        return reply.ToString();
    }

    public async Task SendAsync(string line)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));
        await _stream.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private void Use(Stream stream)
    {
        _stream = stream;
        _reader = new StreamReader(stream, Encoding.UTF8);
    }
}
