using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// Where a store may lie on Windows, and whose its folder must be: SYSTEM's, Administrators' and its owner's alone.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class WindowsStorePlace
{
    // Enough to put another file in the place of one of the store's, or a journal beside it that SQLite would play back.
    private const FileSystemRights Changing =
        FileSystemRights.WriteData | FileSystemRights.AppendData | FileSystemRights.Delete | FileSystemRights.DeleteSubdirectoriesAndFiles |
        FileSystemRights.ChangePermissions | FileSystemRights.TakeOwnership;

    // The longest path of the interfaces that know no prefix, less the ending that SQLite adds.
    private const int LongestPlain = 259 - 8;

    // What SQLite keeps beside the database, and reads back.
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    // What Windows installs belongs to its installer service.
    private static readonly SecurityIdentifier Installer = new("S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

    /// <summary>
    /// The path as SQLite takes it: one that is longer than Windows' older interfaces allow bears the prefix that lifts the
    /// limit.
    /// </summary>
    public static string Extended(string path) => path.Length <= LongestPlain || path.StartsWith(@"\\", StringComparison.Ordinal) ? path : @"\\?\" + path;

    /// <summary>The path leads to another machine: <c>\\server\share</c>, however it is written.</summary>
    public static bool IsOnOtherMachine(string fullPath) =>
        fullPath.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase) || fullPath.StartsWith(@"\\.\UNC\", StringComparison.OrdinalIgnoreCase)
        || (fullPath.StartsWith(@"\\", StringComparison.Ordinal) && !IsDevice(fullPath));

    /// <summary>Why no file can have that path; null where one can.</summary>
    public static string? WhyNoFile(string fullPath)
    {
        var name = Path.GetFileName(fullPath);
        // GetFullPath makes a device of NUL or COM1, wherever it stands; behind a prefix it leaves the name as it is.
        if ((IsDevice(fullPath) && fullPath.AsSpan(4).IndexOf('\\') < 0) || IsDevice(Path.GetFullPath(name))) return "it names a device";
        return name.Contains(':', StringComparison.Ordinal) ? "it names a stream of another file" : null;
    }

    /// <summary>
    /// Makes the folder and those above it that are missing: the folder itself for this account, SYSTEM and Administrators alone.
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
    /// Who besides those that the store belongs to may change its folder or its files, and what else makes it unsafe; null where
    /// nothing.
    /// </summary>
    /// <param name="file">Path of the store.</param>
    /// <param name="folder">Its folder, which is there.</param>
    public static string? Intruders(string file, string folder)
    {
        var everybodyMakesFolders = IsBelow(folder, Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData));
        if (everybodyMakesFolders && File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint)) return "it is a link, which its maker can turn elsewhere";
        var security = new DirectoryInfo(folder).GetAccessControl(AccessControlSections.Access | AccessControlSections.Owner);
        var owner = (SecurityIdentifier?)security.GetOwner(typeof(SecurityIdentifier));
        // Where everybody makes folders, whoever comes first would own what the machine's administrators take for theirs.
        var trusted = WindowsAccounts.Trusted(everybodyMakesFolders ? null : owner);
        trusted.Add(Installer);
        var intruders = WindowsAccounts.Allowed(security, Changing);
        if (owner is not null) intruders.Add(owner);
        foreach (var part in Parts)
        {
            var each = new FileInfo(file + part);
            if (each.Exists) intruders.AddRange(WindowsAccounts.Allowed(each.GetAccessControl(AccessControlSections.Access), Changing));
        }
        List<string> names = [.. intruders.Except(trusted).Select(WindowsAccounts.NameOf)];
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>Who besides those may read one of the files that are there; null where nobody.</summary>
    public static string? Readers(string file)
    {
        List<string> names = [.. Parts.Select(part => new FileInfo(file + part)).Where(each => each.Exists)
            .Select(each => OwnerOnlyFile.ExposedTo(each.GetAccessControl(AccessControlSections.Access | AccessControlSections.Owner))).OfType<string>().Distinct()];
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static bool IsDevice(string fullPath) =>
        fullPath.StartsWith(@"\\.\", StringComparison.Ordinal) || fullPath.StartsWith(@"\\?\", StringComparison.Ordinal);

    private static bool IsBelow(string folder, string root) =>
        root.Length > 0 && (folder + '\\').StartsWith(root + '\\', StringComparison.OrdinalIgnoreCase);
}
