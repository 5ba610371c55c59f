using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A server in the foreground, below a shell that ends it when its own standard input closes, so that neither a server nor the
/// processes it starts for connections outlive a test run, even a killed one. The server inherits no pipe, since readers of the
/// run's output would otherwise wait for it.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Script = """
        exec >>"$ES_LOG" 2>&1
        setsid "$@" </dev/null &
        server=$!
        cat >/dev/null
        kill -TERM $server
        wait $server
        kill -KILL -- -$server
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _shell;
    private readonly string _log;

    private ServerProcess(Process shell, string log)
    {
        _shell = shell;
        _log = log;
    }

    /// <summary>Starts a server and waits until each of its ports accepts connections.</summary>
    /// <param name="folder">The folder of the server; removed if the server does not start.</param>
    /// <param name="logName">The file in it for the server's standard output.</param>
    /// <param name="ports">Ports on 127.0.0.1.</param>
    /// <param name="command">Program and arguments.</param>
    public static Task<ServerProcess> StartAsync(TemporaryFolder folder, string logName, IEnumerable<int> ports, params string[] command) =>
        StartAsync(folder, logName, [.. ports.Select(port => new IPEndPoint(IPAddress.Loopback, port))], command);

    /// <summary>Starts a server and waits until each of its sockets accepts connections.</summary>
    /// <param name="folder">The folder of the server; removed if the server does not start.</param>
    /// <param name="logName">The file in it for the server's standard output.</param>
    /// <param name="sockets">Ports and paths.</param>
    /// <param name="command">Program and arguments.</param>
    public static async Task<ServerProcess> StartAsync(TemporaryFolder folder, string logName, IReadOnlyList<EndPoint> sockets, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (var argument in (string[])["-c", Script, "sh", .. command]) start.ArgumentList.Add(argument);
        start.Environment["ES_LOG"] = folder[logName];
        var server = new ServerProcess(Process.Start(start)!, folder[logName]);
        try
        {
            foreach (var socket in sockets) await server.WaitForAsync(socket);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs a program to completion.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await EndAsync(process, command);
    }

    /// <summary>Runs a program to completion with a text, which may be a secret, as its standard input.</summary>
    /// <returns>Its standard output without the last line ending.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunOnAsync(string input, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await EndAsync(process, command);
        return output.TrimEnd('\n');
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static async Task EndAsync(Process process, string[] command)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private async Task WaitForAsync(EndPoint end)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(end);
                return;
            }
            catch (SocketException) when (clock.Elapsed < StartLimit)
            {
                await Task.Delay(50);
            }
            catch (SocketException e)
            {
                throw new InvalidOperationException($"Nothing listens at {end}. The server's log:\n{File.ReadAllText(_log)}", e);
            }
        }
    }
}
