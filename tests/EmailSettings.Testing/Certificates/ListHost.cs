using EmailSettings.Testing.Servers;

namespace EmailSettings.Testing.Certificates;

/// <summary>A host of revocation lists on loopback that counts who asks; silent, or silent from the list on, or with a list.</summary>
public sealed class ListHost : IAsyncDisposable
{
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly bool _answersHead;
    private readonly Lock _gate = new();
    private readonly ScriptedServer _server;
    private int _open;
    private int _openGets;

    public ListHost(bool answersHead)
    {
        _answersHead = answersHead;
        _server = new ScriptedServer(ServeAsync);
    }

    /// <summary>The list to every GET; null for none, and silence.</summary>
    public byte[]? List { get; set; }

    /// <summary>How many requests were open at one time at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How many asked for a list itself.</summary>
    public int Gets { get; private set; }

    /// <summary>How many of those were open at one time at most.</summary>
    public int MostGetsAtOnce { get; private set; }

    /// <summary>An address of this host that no other run names: the platform remembers lists by address.</summary>
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
            MostAtOnce = Math.Max(MostAtOnce, _open += change);
            if (!isGet)
                return;
            Gets += Math.Max(0, change);
            MostGetsAtOnce = Math.Max(MostGetsAtOnce, _openGets += change);
        }
    }

    private static async Task AnswerAsync(ScriptedConnection connection, byte[] list)
    {
        await connection.SendRawAsync($"HTTP/1.1 200 OK\r\nContent-Length: {list.Length}\r\nConnection: close\r\n\r\n");
        await connection.Stream.WriteAsync(list, connection.Stop);
    }
}
