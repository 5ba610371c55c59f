using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using EmailSettings.Core.Files;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// Checks where a store may be located on Windows, and that only SYSTEM, Administrators and its owner can change its folder.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class WindowsStoreLocation
{
    // Enough to replace a file of the store, or to plant a journal that SQLite would replay.
    private const FileSystemRights WriteRights =
        FileSystemRights.WriteData | FileSystemRights.AppendData | FileSystemRights.Delete | FileSystemRights.DeleteSubdirectoriesAndFiles |
        FileSystemRights.ChangePermissions | FileSystemRights.TakeOwnership;

    // MAX_PATH less the terminator and the suffix that SQLite adds.
    private const int MaxPlainLength = 259 - 8;

    // The suffixes of the files that SQLite reads.
    private static readonly string[] FileSuffixes = ["", "-wal", "-shm", "-journal"];

    // TrustedInstaller, which owns what Windows installs.
    private static readonly SecurityIdentifier Installer = new("S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

    /// <summary>Returns the path for SQLite, with the <c>\\?\</c> prefix if it is longer than MAX_PATH allows.</summary>
    public static string Extended(string path) => path.Length <= MaxPlainLength || path.StartsWith(@"\\", StringComparison.Ordinal) ? path : @"\\?\" + path;

    /// <summary>Returns whether the path is on another machine: <c>\\server\share</c> in any notation.</summary>
    public static bool IsOnOtherMachine(string fullPath) =>
        fullPath.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase) || fullPath.StartsWith(@"\\.\UNC\", StringComparison.OrdinalIgnoreCase)
        || (fullPath.StartsWith(@"\\", StringComparison.Ordinal) && !IsDevice(fullPath));

    /// <summary>Returns why no file can have this path; null if one can.</summary>
    public static string? WhyNotAFile(string fullPath)
    {
        var name = Path.GetFileName(fullPath);
        // GetFullPath turns NUL or COM1 in any folder into a device, except after a prefix.
        if ((IsDevice(fullPath) && fullPath.AsSpan(4).IndexOf('\\') < 0) || IsDevice(Path.GetFullPath(name))) return "it names a device";
        return name.Contains(':', StringComparison.Ordinal) ? "it names a stream of another file" : null;
    }

    /// <summary>
    /// Creates the folder and its missing parents; only this account, SYSTEM and Administrators may access the folder itself.
    /// </summary>
    public static void CreateFolder(string folder)
    {
        if (Path.GetDirectoryName(folder) is { } above) Directory.CreateDirectory(above);
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var trusted in WindowsAccounts.Trusted())
        {
            security.AddAccessRule(new FileSystemAccessRule(
                trusted, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        }
        security.CreateDirectory(folder);
    }

    /// <summary>
    /// Returns which untrusted accounts can change the folder or the files of the store, or what else makes it unsafe; null if it
    /// is safe.
    /// </summary>
    /// <param name="file">The path of the store.</param>
    /// <param name="folder">Its folder, which exists.</param>
    public static string? UntrustedWriters(string file, string folder)
    {
        var common = Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData);
        var (seemsBelow, isBelow) = (IsBelow(folder, common), IsBelow(WindowsPath.Real(folder), WindowsPath.Real(common)));
        if (seemsBelow && (!isBelow || new DirectoryInfo(folder).LinkTarget is not null)) return "it is reached by a link, which its creator can redirect";
        var security = new DirectoryInfo(folder).GetAccessControl(AccessControlSections.Access | AccessControlSections.Owner);
        var owner = (SecurityIdentifier?)security.GetOwner(typeof(SecurityIdentifier));
        // Where anyone can create folders, whoever is first would own a folder that administrators consider their own.
        var trusted = WindowsAccounts.Trusted(isBelow ? null : owner);
        trusted.Add(Installer);
        var writers = WindowsAccounts.Allowed(security, WriteRights);
        if (owner is not null) writers.Add(owner);
        foreach (var list in Lists(file, AccessControlSections.Access)) writers.AddRange(WindowsAccounts.Allowed(list, WriteRights));
        List<string> names = [.. writers.Except(trusted).Select(WindowsAccounts.NameOf)];
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>Returns which other accounts may read a file of the store; null if none.</summary>
    public static string? Readers(string file)
    {
        List<string> names = [.. Lists(file, AccessControlSections.Access | AccessControlSections.Owner).Select(list => OwnerOnlyFile.ExposedTo(list)).OfType<string>().Distinct()];
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    // The access control lists of the store's files that exist.
    private static IEnumerable<FileSecurity> Lists(string file, AccessControlSections sections)
    {
        foreach (var part in FileSuffixes)
        {
            if (TryReadList(file + part, sections) is { } list) yield return list;
        }
    }

    private static FileSecurity? TryReadList(string file, AccessControlSections sections)
    {
        try
        {
            return File.Exists(file) ? new FileInfo(file).GetAccessControl(sections) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !File.Exists(file))
        {
            // Another process has just closed the store, which deletes its journal.
            return null;
        }
    }

    private static bool IsDevice(string fullPath) =>
        fullPath.StartsWith(@"\\.\", StringComparison.Ordinal) || fullPath.StartsWith(@"\\?\", StringComparison.Ordinal);

    private static bool IsBelow(string folder, string root) =>
        root.Length > 0 && (folder + '\\').StartsWith(root + '\\', StringComparison.OrdinalIgnoreCase);
}
