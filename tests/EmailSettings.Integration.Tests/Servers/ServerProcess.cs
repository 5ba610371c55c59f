using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A server in the foreground below a shell that ends it when its own standard input closes, so that no server
/// outlives a test run, killed runs included. The server inherits no pipe, or else whoever reads the run's output would
/// wait for it.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Script = """
        exec >>"$ES_LOG" 2>&1
        "$@" </dev/null &
        server=$!
        cat >/dev/null
        kill -TERM $server
        wait $server
        """;

    private const int FirstPort = 20_000;
    private const int Ports = 10_000;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Runs side by side begin at different places.
    private static int _asked = Random.Shared.Next(Ports);

    private readonly Process _shell;
    private readonly string _log;

    private ServerProcess(Process shell, string log)
    {
        _shell = shell;
        _log = log;
    }

    /// <summary>Starts a server and waits until each of its ports accepts connections.</summary>
    /// <param name="folder">The folder of the server; removed where the server does not start.</param>
    /// <param name="logName">The file in it that gets what the server says on its standard output.</param>
    /// <param name="ports">Ports on 127.0.0.1.</param>
    /// <param name="command">Program and arguments.</param>
    public static async Task<ServerProcess> StartAsync(TemporaryFolder folder, string logName, IEnumerable<int> ports, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (var argument in (string[])["-c", Script, "sh", .. command]) start.ArgumentList.Add(argument);
        start.Environment["ES_LOG"] = folder[logName];
        var server = new ServerProcess(Process.Start(start)!, folder[logName]);
        try
        {
            foreach (var port in ports) await server.WaitForAsync(port);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    /// <summary>A port on 127.0.0.1 that is free, is asked for once alone in this process, and lies below those that systems give to connections and to whoever asks for any.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + (Interlocked.Increment(ref _asked) % Ports);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's: the next one.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private async Task WaitForAsync(int port)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (clock.Elapsed < StartLimit)
            {
                await Task.Delay(50);
            }
            catch (SocketException e)
            {
                throw new InvalidOperationException($"Nothing listens on port {port}. The server's log:\n{File.ReadAllText(_log)}", e);
            }
        }
    }
}
