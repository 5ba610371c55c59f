using System.Diagnostics;
using System.Globalization;

namespace LoopbackServers;

/// <summary>
/// The servers of this program in a separate process, so that they disturb the measurement as little as possible.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emailsettings-servers-").FullName;
    private readonly Process _process;
    private readonly Dictionary<string, int> _ports = [];

    /// <summary>Starts them and waits until they listen.</summary>
    public ServerProcess()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, _folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        while (_process.StandardOutput.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(' ');
            _ports[words[0]] = int.Parse(words[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The root of their certificates, PEM.</summary>
    public string RootPath => Path.Combine(_folder, "root.pem");

    /// <summary>The port of a server on 127.0.0.1: <c>smtp</c>, <c>smtp-resuming</c>, <c>imap</c>, <c>token</c>, <c>silent</c>.</summary>
    public int Port(string name) => _ports[name];

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
