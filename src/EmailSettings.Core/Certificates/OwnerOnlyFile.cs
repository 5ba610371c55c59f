using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace EmailSettings.Core.Certificates;

/// <summary>
/// Files for their owner alone: mode 0600, or on Windows an access list of the owner, SYSTEM and Administrators.
/// </summary>
public static class OwnerOnlyFile
{
    private const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Creates a file that is for its owner alone from the moment it exists.</summary>
    /// <exception cref="IOException">It is there already, or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not create it.</exception>
    public static FileStream CreateNew(string path) => OperatingSystem.IsWindows()
        ? CreateOnWindows(path)
        : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = OwnerReadWrite,
        });

    /// <summary>Who besides the owner (and, on Windows, SYSTEM and Administrators) may read an open file; null if nobody.</summary>
    public static string? ExposedTo(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (OperatingSystem.IsWindows()) return ExposedToOnWindows(file);
        var mode = File.GetUnixFileMode(file.SafeFileHandle);
        return (mode & Others) == 0 ? null : $"mode {Convert.ToString((int)mode, 8).PadLeft(4, '0')}";
    }

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path)
    {
        using var identity = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var trusted in Trusted(identity.User!))
            security.AddAccessRule(new FileSystemAccessRule(trusted, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(
            FileMode.CreateNew, FileSystemRights.ReadData | FileSystemRights.WriteData, FileShare.None, 4096, FileOptions.None, security);
    }

    [SupportedOSPlatform("windows")]
    private static string? ExposedToOnWindows(FileStream file)
    {
        var security = file.GetAccessControl();
        var trusted = Trusted((SecurityIdentifier)security.GetOwner(typeof(SecurityIdentifier))!);
        var others = WindowsAccounts.Readers(security).Except(trusted).Select(WindowsAccounts.NameOf).ToList();
        return others.Count == 0 ? null : string.Join(", ", others);
    }

    [SupportedOSPlatform("windows")]
    private static SecurityIdentifier[] Trusted(SecurityIdentifier owner) =>
    [
        owner,
        new(WellKnownSidType.LocalSystemSid, null),
        new(WellKnownSidType.BuiltinAdministratorsSid, null),
    ];
}
