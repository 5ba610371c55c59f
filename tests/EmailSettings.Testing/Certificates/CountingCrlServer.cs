using EmailSettings.Testing.Servers;

namespace EmailSettings.Testing.Certificates;

/// <summary>A CRL server on loopback that counts requests; it is silent, silent to GET requests, or returns a CRL.</summary>
public sealed class CountingCrlServer : IAsyncDisposable
{
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly bool _answersHead;
    private readonly Lock _gate = new();
    private readonly ScriptedServer _server;
    private int _open;
    private int _openGets;

    public CountingCrlServer(bool answersHead)
    {
        _answersHead = answersHead;
        _server = new ScriptedServer(ServeAsync);
    }

    /// <summary>The CRL for every GET request; null for no answer.</summary>
    public byte[]? List { get; set; }

    /// <summary>The maximum number of concurrent requests.</summary>
    public int MaxConcurrent { get; private set; }

    /// <summary>The number of GET requests.</summary>
    public int Gets { get; private set; }

    /// <summary>The maximum number of concurrent GET requests.</summary>
    public int MaxConcurrentGets { get; private set; }

    /// <summary>Gets a URL of this server that no other run uses: the platform caches CRLs by URL.</summary>
    public string Address(string list) => $"http://127.0.0.1:{_server.Port}/{_run}/{list}.crl";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(ScriptedConnection connection)
    {
        var isGet = await connection.ReadLineAsync() is { } request && request.StartsWith("GET ", StringComparison.Ordinal);
        while (await connection.ReadLineAsync() is { Length: > 0 })
            ;
        Count(isGet, 1);
        try
        {
            if (isGet ? List is not null : _answersHead)
                await AnswerAsync(connection, isGet ? List! : []);
            else
                await connection.UntilClosedAsync();
        }
        finally
        {
            Count(isGet, -1);
        }
    }

    private void Count(bool isGet, int change)
    {
        lock (_gate)
        {
            MaxConcurrent = Math.Max(MaxConcurrent, _open += change);
            if (!isGet)
                return;
            Gets += Math.Max(0, change);
            MaxConcurrentGets = Math.Max(MaxConcurrentGets, _openGets += change);
        }
    }

    private static async Task AnswerAsync(ScriptedConnection connection, byte[] list)
    {
        await connection.SendRawAsync($"HTTP/1.1 200 OK\r\nContent-Length: {list.Length}\r\nConnection: close\r\n\r\n");
        await connection.Stream.WriteAsync(list, connection.Stop);
    }
}
