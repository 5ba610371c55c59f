using System.Runtime.Versioning;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>The file of an embedded store: its location and ownership.</summary>
/// <param name="path">The path as given; relative paths are resolved.</param>
internal sealed class SqliteStoreFile(string path)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    // The size of SQLite's WAL index.
    private const long MinFreeBytes = 32 * 1024;

    /// <summary>The absolute path.</summary>
    public string Path { get; } = FullPath(path);

    /// <summary>Whether the file exists. A folder that may not be listed is an error: the file may well be in it.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StoreDenied"/>.</exception>
    public bool Exists
    {
        get
        {
            if (File.Exists(Path)) return true;
            try
            {
                File.GetAttributes(Path);
                return true;
            }
            catch (UnauthorizedAccessException e)
            {
                throw StoreErrors.StoreDenied.Error("store", Path, detail: e.Message, inner: e);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>What accounts other than the owner may do with the file, for messages; null if nothing.</summary>
    public string? ExposedTo
    {
        get
        {
            if (!Exists) return null;
            if (OperatingSystem.IsWindows()) return WindowsStoreLocation.Readers(Path);
            var others = File.GetUnixFileMode(Path) & ~(OwnerFile | UnixFileMode.UserExecute);
            return others == UnixFileMode.None ? null : others.ToString();
        }
    }

    /// <summary>Rejects locations where the store cannot work.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StorePathInvalid"/>, <see cref="StoreErrors.StoreOnNetwork"/>, on Windows
    /// <see cref="StoreErrors.StoreFolderNotOwn"/> and <see cref="StoreErrors.StoreDenied"/>.
    /// </exception>
    public void CheckLocation()
    {
        if (IsOnOtherMachine) throw StoreErrors.StoreOnNetwork.Error("store", path);
        CheckIsNotFolder();
        if (IsOnNetwork()) throw StoreErrors.StoreOnNetwork.Error("store", Path);
        if (OperatingSystem.IsWindows()) CheckFolderOnWindows();
    }

    /// <summary>Rejects folders and, on Windows, devices and streams: a backup may be anywhere else.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    public void CheckIsNotFolder()
    {
        if (Directory.Exists(Path)) throw StoreErrors.StorePathInvalid.Error("store", Path, detail: "it is a folder");
        if (OperatingSystem.IsWindows() && WindowsStoreLocation.WhyNotAFile(Path) is { } reason) throw StoreErrors.StorePathInvalid.Error("store", Path, detail: reason);
    }

    /// <summary>Creates the file and its missing parent folders, accessible only to the owner from the start.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreDenied"/> or <see cref="StoreErrors.StorePathInvalid"/>.
    /// </exception>
    public void Create()
    {
        try
        {
            CreateFolder(System.IO.Path.GetDirectoryName(Path)!);
            using var file = OwnerOnlyFile.CreateNew(Path);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, OwnerFile);
        }
        catch (IOException) when (Exists)
        {
            // Another process has just created it, which is as good.
        }
        catch (UnauthorizedAccessException e)
        {
            throw StoreErrors.StoreDenied.Error("store", Path, detail: e.Message, inner: e);
        }
        catch (IOException e)
        {
            throw IsDiskFull(Path)
                ? StoreErrors.StoreFull.Error("store", Path, inner: e)
                : StoreErrors.StorePathInvalid.Error("store", Path, detail: e.Message, inner: e);
        }
    }

    /// <summary>
    /// Returns whether the disk is full, which neither SQLite nor the system always reports when a file cannot be created.
    /// </summary>
    public static bool IsDiskFull(string path)
    {
        try
        {
            return ExistingFolder(path) is { } folder && DriveOf(folder).AvailableFreeSpace < MinFreeBytes;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw StoreErrors.StorePathInvalid.Error("store", path, detail: e.Message, inner: e);
        }
    }

    // Outside Windows look at the path as given: resolved, a UNC path would be a file name in the current folder.
    private bool IsOnOtherMachine => OperatingSystem.IsWindows()
        ? WindowsStoreLocation.IsOnOtherMachine(Path)
        : path.StartsWith(@"\\", StringComparison.Ordinal) && (!path.StartsWith(@"\\?\", StringComparison.Ordinal) || path.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase));

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows())
        {
            WindowsStoreLocation.CreateFolder(folder);
            return;
        }
        if (System.IO.Path.GetDirectoryName(folder) is { } above) CreateFolder(above);
        Directory.CreateDirectory(folder, OwnerFolder);

        // The umask may have removed permissions of the owner, too.
        File.SetUnixFileMode(folder, OwnerFolder);
    }

    private static string? ExistingFolder(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder)) folder = System.IO.Path.GetDirectoryName(folder);
        return folder;
    }

    private static DriveInfo DriveOf(string folder) => new(OperatingSystem.IsWindows() ? System.IO.Path.GetPathRoot(folder)! : folder);

    [SupportedOSPlatform("windows")]
    private void CheckFolderOnWindows()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            if (Directory.Exists(folder) && WindowsStoreLocation.UntrustedWriters(Path, folder) is { } writers)
                throw StoreErrors.StoreFolderNotOwn.Error("store", Path, folder, writers);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Even reading the folder's owner is denied.
            throw StoreErrors.StoreDenied.Error("store", Path, detail: e.Message, inner: e);
        }
    }

    private bool IsOnNetwork()
    {
        try
        {
            return ExistingFolder(Path) is { } folder
                && ((OperatingSystem.IsWindows() && WindowsStoreLocation.IsOnOtherMachine(WindowsPath.Real(folder))) || DriveOf(folder).DriveType == DriveType.Network);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
