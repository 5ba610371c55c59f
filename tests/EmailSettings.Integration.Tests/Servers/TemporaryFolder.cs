namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// A folder of this run, removed at the end. Its path is short, since the paths of its sockets are limited to 107 characters, and
/// others may traverse it, since the servers drop their privileges.
/// </summary>
public sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public TemporaryFolder(string prefix)
    {
        Path = Directory.CreateTempSubdirectory(prefix).FullName;
        Open(Path);
    }

    public string Path { get; }

    /// <summary>Gets a path in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Creates a folder in it.</summary>
    public string Create(string name)
    {
        Directory.CreateDirectory(this[name]);
        Open(this[name]);
        return this[name];
    }

    /// <summary>Writes a file in it that others can read.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A server that is exiting may still write; what remains is small and in the system's temporary folder.
        }
    }

    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Passable);
    }
}
