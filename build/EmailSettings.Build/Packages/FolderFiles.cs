namespace EmailSettings.Build.Packages;

/// <summary>Reads the content of a folder for an archive.</summary>
internal static class FolderFiles
{
    /// <summary>Reads all files in a folder, by relative path with slashes.</summary>
    public static Dictionary<string, byte[]> Read(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
