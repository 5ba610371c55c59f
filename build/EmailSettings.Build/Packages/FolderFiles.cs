namespace EmailSettings.Build.Packages;

/// <summary>The content of a folder, as archives take it.</summary>
internal static class FolderFiles
{
    /// <summary>All files below a folder, by their path from it with slashes.</summary>
    public static Dictionary<string, byte[]> Read(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
