using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A separate root directory in a server's folder, for unpacked servers whose paths and accounts are compiled in. It contains
/// their programs with the libraries, and files of the run instead of the system's.
/// </summary>
internal sealed partial class ServerRoot
{
    private const string Enter = "/usr/sbin/chroot";
    private const string Loaders = "lib64";
    private const string Libraries = "usr/lib";

    private readonly string _path;

    /// <param name="folder">The folder of the server.</param>
    /// <param name="accounts">Name → number of users in addition to root, each with its own group.</param>
    public ServerRoot(TemporaryFolder folder, IReadOnlyDictionary<string, int> accounts)
    {
        _path = folder.Create("root");
        Write("etc/passwd", "root:x:0:0::/root:/bin/sh\n" + string.Concat(accounts.Select(one => $"{one.Key}:x:{one.Value}:{one.Value}::/home/{one.Key}:/bin/false\n")));
        Write("etc/group", "root:x:0:\n" + string.Concat(accounts.Select(one => $"{one.Key}:x:{one.Value}:\n")));
        Write("etc/hosts", "127.0.0.1 localhost\n");
        Create("tmp", 0, "1777");
    }

    /// <summary>Why this host cannot use a separate root; null if it can.</summary>
    public static string? Fault { get; } = FindFault();

    /// <summary>Gets the path on the host.</summary>
    public string this[string path] => Path.Combine(_path, path.TrimStart('/'));

    /// <summary>Copies unpacked programs to their paths, with the libraries that they are linked with.</summary>
    public async Task AddAsync(params string[] programs)
    {
        foreach (var program in programs)
        {
            Copy(UnpackedServers.PathOf(program), program);
            foreach (Match library in LibraryPath().Matches(await ServerProcess.RunOnAsync("", UnpackedServers.WithLibraries("/usr/bin/ldd", UnpackedServers.PathOf(program)))))
                Copy(library.Value, Path.Combine(library.Value.Contains("/ld-linux", StringComparison.Ordinal) ? Loaders : Libraries, Path.GetFileName(library.Value)));
        }
        if (!File.Exists(this["dev/null"]))
        {
            Create("dev", 0, "755");
            await ServerProcess.RunAsync("/bin/mknod", "-m", "666", this["dev/null"], "c", "1", "3");
        }
    }

    /// <summary>Writes a world-readable file.</summary>
    public void Write(string path, string text) => Write(path, text, 0, "644");

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path inside.</param>
    /// <param name="text">The content.</param>
    /// <param name="owner">The number of its user and group.</param>
    /// <param name="mode">The permissions in octal digits.</param>
    public void Write(string path, string text, int owner, string mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        Own(path, owner, mode);
    }

    /// <summary>Creates a folder.</summary>
    /// <param name="path">Its path inside.</param>
    /// <param name="owner">The number of its user and group.</param>
    /// <param name="mode">The permissions in octal digits.</param>
    public void Create(string path, int owner, string mode)
    {
        Directory.CreateDirectory(this[path]);
        Own(path, owner, mode);
    }

    /// <summary>Gets the command that runs a program inside.</summary>
    public string[] Command(params string[] command) => [Enter, _path, .. command];

    /// <summary>Gets the command that runs a program inside as a user.</summary>
    public string[] CommandAs(int user, params string[] command) => [Enter, $"--userspec={user}:{user}", _path, .. command];

    /// <summary>Changes the owner of a file or a folder.</summary>
    public void Own(string path, int owner, string mode)
    {
        using var change = Process.Start("/bin/chown", ["-h", $"{owner}:{owner}", this[path]]);
        change.WaitForExit();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(this[path], (UnixFileMode)Convert.ToInt32(mode, 8));
    }

    private void Copy(string from, string to)
    {
        if (File.Exists(this[to])) return;
        Directory.CreateDirectory(Path.GetDirectoryName(this[to])!);
        File.Copy(from, this[to]);
    }

    // In a container root may be unable to do either.
    private static string? FindFault()
    {
        if (!ServerRequirements.IsRoot) return "that needs root";
        if (!File.Exists(Enter)) return "that needs chroot";
        using var folder = new TemporaryFolder("es-root-");
        return !Succeeds(Enter, "/", "/bin/true") ? "this host does not let root change its root directory"
            : !Succeeds("/bin/mknod", folder["null"], "c", "1", "3") ? "this host does not let root make a device"
            : null;
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    [GeneratedRegex(@"(?<=\s)/\S+(?= \()")]
    private static partial Regex LibraryPath();
}
