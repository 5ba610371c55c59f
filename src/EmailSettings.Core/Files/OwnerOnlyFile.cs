using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace EmailSettings.Core.Files;

/// <summary>
/// Files that only their owner can access: mode 0600, or on Windows an access control list with the account, SYSTEM and
/// Administrators.
/// </summary>
public static class OwnerOnlyFile
{
    private const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Creates a file that only its owner can access from the start.</summary>
    /// <exception cref="IOException">It already exists or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not create it.</exception>
    public static FileStream CreateNew(string path, FileOptions options = FileOptions.None) => OperatingSystem.IsWindows()
        ? CreateOnWindows(path, options)
        : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = options,
            UnixCreateMode = OwnerReadWrite,
        });

    /// <summary>
    /// Atomically writes a file that only its owner can access: to a temporary file beside it first, which then replaces an
    /// existing one.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or it exists and may not be overwritten.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = CreateNew(aside))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            HeldFile.Move(aside, path, overwrite);
        }
        catch
        {
            HeldFile.TryDelete(aside);
            throw;
        }
    }

    /// <summary>
    /// Returns who besides the owner (and, on Windows, this account, SYSTEM and Administrators) may read an open file; null if
    /// nobody.
    /// </summary>
    public static string? ExposedTo(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (OperatingSystem.IsWindows()) return ExposedTo(file.GetAccessControl());
        var mode = File.GetUnixFileMode(file.SafeFileHandle);
        return (mode & Others) == 0 ? null : $"mode {Convert.ToString((int)mode, 8).PadLeft(4, '0')}";
    }

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path, FileOptions options)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var trusted in WindowsAccounts.Trusted())
            security.AddAccessRule(new FileSystemAccessRule(trusted, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(
            FileMode.CreateNew, FileSystemRights.ReadData | FileSystemRights.WriteData | FileSystemRights.ReadPermissions, FileShare.None, 4096, options, security);
    }

    /// <summary>Returns who besides those accounts may read, according to an access control list; null if nobody.</summary>
    [SupportedOSPlatform("windows")]
    internal static string? ExposedTo(FileSystemSecurity security)
    {
        var others = WindowsAccounts.Allowed(security, FileSystemRights.ReadData)
            .Except(WindowsAccounts.Trusted((SecurityIdentifier?)security.GetOwner(typeof(SecurityIdentifier)))).Select(WindowsAccounts.NameOf).ToList();
        return others.Count == 0 ? null : string.Join(", ", others);
    }
}
