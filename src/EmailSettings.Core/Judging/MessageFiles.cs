using System.IO.Enumeration;

namespace EmailSettings.Core.Judging;

/// <summary>The files of a test of messages, found as they are asked for: a folder may hold any number.</summary>
internal static class MessageFiles
{
    /// <summary>Every file, those of a folder by name.</summary>
    /// <param name="paths">Files and folders, all of which are there.</param>
    /// <param name="recurse">Folders below the folders, too; links are not followed.</param>
    /// <param name="cancellation">Ends the listing of a folder, however many files it holds.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
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

    // Names alone are held, without their folder, and of one folder at a time.
    private static (List<string> Files, List<string> Folders, string? Fault) List(string folder, CancellationToken cancellation)
    {
        var files = new List<string>();
        var below = new List<string>();
        try
        {
            // The listing tells a folder from a file, so the system is not asked once more for each.
            foreach (var (name, isFolder) in new FileSystemEnumerable<(string Name, bool IsFolder)>(folder, Entry, new EnumerationOptions { AttributesToSkip = 0 }))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!isFolder) files.Add(name);
                else if (!File.GetAttributes(Path.Combine(folder, name)).HasFlag(FileAttributes.ReparsePoint)) below.Add(name);
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
