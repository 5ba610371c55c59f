using System.IO.Enumeration;

namespace EmailSettings.Core.Judging;

/// <summary>Lazily enumerates the files of a message test; a folder may contain any number.</summary>
internal static class MessageFiles
{
    /// <summary>Enumerates the files, those of a folder sorted by name.</summary>
    /// <param name="paths">Existing files and folders.</param>
    /// <param name="recurse">Whether to include subfolders; links are not followed.</param>
    /// <param name="cancellation">Cancels the enumeration.</param>
    /// <exception cref="OperationCanceledException">The enumeration was canceled.</exception>
    public static IEnumerable<MessageFilePath> Find(IEnumerable<string> paths, bool recurse, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) yield return new MessageFilePath(path, IsNamed: true);
            else foreach (var file in InFolder(path, recurse, cancellation)) yield return file;
        }
    }

    private static IEnumerable<MessageFilePath> InFolder(string root, bool recurse, CancellationToken cancellation)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            var (files, below, fault) = List(folder, cancellation);
            if (fault is not null) yield return new MessageFilePath(folder, IsNamed: true) { Fault = fault };
            foreach (var file in files) yield return new MessageFilePath(Path.Combine(folder, file), IsNamed: false);
            if (!recurse) yield break;
            for (var i = below.Count - 1; i >= 0; i--) folders.Push(Path.Combine(folder, below[i]));
        }
    }

    // Only file names are kept in memory, of one folder at a time.
    private static (List<string> Files, List<string> Folders, string? Fault) List(string folder, CancellationToken cancellation)
    {
        var files = new List<string>();
        var below = new List<string>();
        try
        {
            // The enumeration already distinguishes folders from files, which saves a call for each. Links are recognized by their
            // target: folders managed by OneDrive have the attribute ReparsePoint too.
            foreach (var (name, isFolder) in new FileSystemEnumerable<(string Name, bool IsFolder)>(folder, Entry, new EnumerationOptions { AttributesToSkip = 0 }))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!isFolder) files.Add(name);
                else if (new DirectoryInfo(Path.Combine(folder, name)).LinkTarget is null) below.Add(name);
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

    private static (string Name, bool IsFolder) Entry(ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory);
}
