using EmailSettings.Testing.Servers;

namespace EmailSettings.Testing.Certificates;

/// <summary>A file over HTTP on loopback, with a unique URL because the platform caches CRLs by URL.</summary>
public sealed class HttpFile : IAsyncDisposable
{
    private readonly ScriptedServer _server;

    public HttpFile() => _server = new ScriptedServer(ServeAsync);

    public string Address => $"http://127.0.0.1:{_server.Port}{Path}";

    public byte[] Content { get; set; } = [];

    private string Path { get; } = $"/{Guid.NewGuid():N}.crl";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(ScriptedConnection connection)
    {
        while (await connection.ReadLineAsync() is { Length: > 0 })
            ;
        await connection.SendRawAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-crl\r\nContent-Length: {Content.Length}\r\nConnection: close\r\n\r\n");
        await connection.Stream.WriteAsync(Content, connection.Stop);
    }
}
