using System.Runtime.Versioning;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>The file of an embedded store: where it may lie, and whose it is.</summary>
/// <param name="path">Path as given; made absolute.</param>
internal sealed class SqliteStoreFile(string path)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    // SQLite's index of its log takes so much.
    private const long LeastRoom = 32 * 1024;

    /// <summary>Absolute path.</summary>
    public string Path { get; } = FullPath(path);

    /// <summary>The file is there. A folder that cannot be looked into is an error: the file may well be in it.</summary>
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

    /// <summary>What others than the owner may do with the file, for messages; null where nothing.</summary>
    public string? ExposedTo
    {
        get
        {
            if (!Exists) return null;
            if (OperatingSystem.IsWindows()) return WindowsStorePlace.Readers(Path);
            var others = File.GetUnixFileMode(Path) & ~(OwnerFile | UnixFileMode.UserExecute);
            return others == UnixFileMode.None ? null : others.ToString();
        }
    }

    /// <summary>Refuses places where the store cannot work.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StorePathInvalid"/>, <see cref="StoreErrors.StoreOnNetwork"/>, on Windows
    /// <see cref="StoreErrors.StoreFolderNotOwn"/> and <see cref="StoreErrors.StoreDenied"/>.
    /// </exception>
    public void CheckPlace()
    {
        if (IsOnOtherMachine) throw StoreErrors.StoreOnNetwork.Error("store", path);
        CheckIsNoFolder();
        if (IsOnNetwork()) throw StoreErrors.StoreOnNetwork.Error("store", Path);
        if (OperatingSystem.IsWindows()) CheckFolderOnWindows();
    }

    /// <summary>Refuses a folder, which is the only place where a backup cannot go.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    public void CheckIsNoFolder()
    {
        if (Directory.Exists(Path)) throw StoreErrors.StorePathInvalid.Error("store", Path, detail: "it is a folder");
        if (OperatingSystem.IsWindows() && WindowsStorePlace.WhyNoFile(Path) is { } reason) throw StoreErrors.StorePathInvalid.Error("store", Path, detail: reason);
    }

    /// <summary>Makes the file and the folders above it, for their owner alone from the first moment.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StoreDenied"/> or
    /// <see cref="StoreErrors.StorePathInvalid"/>.</exception>
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
            // Another process made it meanwhile, which is as good.
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
    /// There is no room left under a path: SQLite and the system do not always say so when a file cannot be made.
    /// </summary>
    public static bool IsDiskFull(string path)
    {
        try
        {
            return ExistingFolder(path) is { } folder && DriveOf(folder).AvailableFreeSpace < LeastRoom;
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

    // As given, off Windows: there a UNC path would become the name of a file in the current folder.
    private bool IsOnOtherMachine => OperatingSystem.IsWindows()
        ? WindowsStorePlace.IsOnOtherMachine(Path)
        : path.StartsWith(@"\\", StringComparison.Ordinal) && (!path.StartsWith(@"\\?\", StringComparison.Ordinal) || path.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase));

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows())
        {
            WindowsStorePlace.CreateFolder(folder);
            return;
        }
        if (System.IO.Path.GetDirectoryName(folder) is { } above) CreateFolder(above);
        Directory.CreateDirectory(folder, OwnerFolder);

        // The umask may have taken from the owner, too.
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
            if (Directory.Exists(folder) && WindowsStorePlace.Intruders(Path, folder) is { } others)
                throw StoreErrors.StoreFolderNotOwn.Error("store", Path, folder, others);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Whose folder it is cannot even be asked.
            throw StoreErrors.StoreDenied.Error("store", Path, detail: e.Message, inner: e);
        }
    }

    private bool IsOnNetwork()
    {
        try
        {
            return ExistingFolder(Path) is { } folder && DriveOf(folder).DriveType == DriveType.Network;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
