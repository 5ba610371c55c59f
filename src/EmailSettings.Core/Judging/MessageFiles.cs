using System.IO.Enumeration;

namespace EmailSettings.Core.Judging;

/// <summary>The files of a test of messages, found as they are asked for: a folder may hold any number.</summary>
internal static class MessageFiles
{
    /// <summary>Every file, those of a folder by name.</summary>
    /// <param name="paths">Files and folders, all of which are there.</param>
    /// <param name="recurse">Folders below the folders, too; links are not followed.</param>
    public static IEnumerable<MessageFilePath> Find(IEnumerable<string> paths, bool recurse)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) yield return new MessageFilePath(path, IsNamed: true);
            else foreach (var file in InFolder(path, recurse)) yield return file;
        }
    }

    private static IEnumerable<MessageFilePath> InFolder(string root, bool recurse)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            var (files, below, fault) = List(folder);
            if (fault is not null) yield return new MessageFilePath(folder, IsNamed: true) { Fault = fault };
            foreach (var file in files) yield return new MessageFilePath(file, IsNamed: false);
            if (!recurse) yield break;
            for (var i = below.Count - 1; i >= 0; i--) folders.Push(below[i]);
        }
    }

    // Names alone are held, and of one folder at a time.
    private static (List<string> Files, List<string> Folders, string? Fault) List(string folder)
    {
        var files = new List<string>();
        var below = new List<string>();
        try
        {
            // The listing tells a folder from a file, so the system is not asked once more for each.
            foreach (var (path, isFolder) in new FileSystemEnumerable<(string Path, bool IsFolder)>(folder, Entry, new EnumerationOptions { AttributesToSkip = 0 }))
            {
                if (!isFolder) files.Add(path);
                else if (!File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)) below.Add(path);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return (files, below, e.Message);
        }
        files.Sort(StringComparer.Ordinal);
        below.Sort(StringComparer.Ordinal);
        return (files, below, null);
    }

    private static (string Path, bool IsFolder) Entry(ref FileSystemEntry entry) => (entry.ToFullPath(), entry.IsDirectory);
}
