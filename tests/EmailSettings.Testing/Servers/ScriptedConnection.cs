using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace EmailSettings.Testing.Servers;

/// <summary>One client of a <see cref="ScriptedServer"/>.</summary>
public sealed class ScriptedConnection(TcpClient client, CancellationToken stop) : IDisposable
{
    private readonly List<string> _received = [];

    public Stream Stream { get; private set; } = client.GetStream();

    public CancellationToken Stop => stop;

    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_received)
                return [.. _received];
        }
    }

    /// <summary>Sends text as Latin-1, unchanged.</summary>
    public Task SendRawAsync(string text) => Stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop).AsTask();

    /// <summary>Sends one line.</summary>
    public Task SendAsync(string line) => SendRawAsync(line + "\r\n");

    /// <summary>Reads one line; null at the end.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await Stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] != '\n')
            {
                line.Add(one[0]);
                continue;
            }

            var text = Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            lock (_received)
                _received.Add(text);
            return text;
        }

        return null;
    }

    /// <summary>Plays <c>S: </c> and <c>C: </c> lines, then waits for the client to close.</summary>
    public async Task PlayAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith("S: ", StringComparison.Ordinal))
                await SendAsync(line[3..]);
            else
                await ReadLineAsync();
        }

        await UntilClosedAsync();
    }

    /// <summary>Switches to TLS.</summary>
    public Task SecureAsync(SslStreamCertificateContext certificate, SslProtocols versions = SslProtocols.None, CipherSuitesPolicy? suites = null) =>
        SecureAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate, EnabledSslProtocols = versions, CipherSuitesPolicy = suites });

    /// <summary>Switches to TLS and requests, or requires, a client certificate.</summary>
    public Task SecureAskingAsync(SslStreamCertificateContext certificate, bool insists, SslProtocols versions = SslProtocols.None) => SecureAsync(new SslServerAuthenticationOptions
    {
        ServerCertificateContext = certificate,
        EnabledSslProtocols = versions,
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, _, _, _) => !insists,
    });

    /// <summary>Reads lines until the client closes.</summary>
    public async Task UntilClosedAsync()
    {
        while (await ReadLineAsync() is not null)
            ;
    }

    private async Task SecureAsync(SslServerAuthenticationOptions options)
    {
        var secure = new SslStream(Stream);
        Stream = secure;
        await secure.AuthenticateAsServerAsync(options, stop);
    }

    public void Dispose()
    {
        Stream.Dispose();
        client.Dispose();
    }
}
