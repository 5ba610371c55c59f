namespace EmailSettings.Core.Tests.Secrets;

/// <summary>A temporary folder, deleted with its content.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emailsettings-secrets-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file with the given mode (ignored on Windows).</summary>
    public string Write(string name, byte[] content, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File(name), mode);
        return File(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
