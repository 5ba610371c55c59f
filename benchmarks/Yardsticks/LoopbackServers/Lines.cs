using System.Net.Security;
using System.Text;

namespace LoopbackServers;

/// <summary>Reads and writes lines on a stream, with or without TLS.</summary>
internal sealed class Lines(Stream stream, CancellationToken stop) : IAsyncDisposable
{
    private readonly StreamReader _reader = new(stream, Encoding.Latin1, leaveOpen: true);

    /// <summary>Reads the next line; null at the end.</summary>
    public ValueTask<string?> ReadAsync() => _reader.ReadLineAsync(stop);

    /// <summary>Reads the requested number of characters, or fewer at the end.</summary>
    public ValueTask<int> ReadBlockAsync(Memory<char> characters) => _reader.ReadBlockAsync(characters, stop);

    /// <summary>Sends lines in one piece, each with CRLF.</summary>
    public ValueTask WriteAsync(params ReadOnlySpan<string> lines) => stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n"), stop);

    /// <summary>Performs the server's side of a handshake; lines then go over TLS.</summary>
    public static async Task<Lines> SecureAsync(Stream stream, SslStreamCertificateContext certificate, bool resumes, CancellationToken stop)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate, AllowTlsResume = resumes }, stop);
        return new Lines(secure, stop);
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await stream.DisposeAsync();
    }
}
