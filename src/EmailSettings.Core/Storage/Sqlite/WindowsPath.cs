using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Resolves paths on Windows, where links, junctions, substituted and mapped drives can lead to the same folder.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsPath
{
    private const string LongPrefix = @"\\?\";
    private const string NetworkPrefix = @"\\?\UNC\";

    private const uint ShareAll = 1 | 2 | 4;
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x02000000;

    /// <summary>
    /// Returns the real path of an existing folder, on its own disk, or <c>\\server\share\…</c> if it is on another
    /// machine; the path itself if the file system does not reveal it.
    /// </summary>
    /// <param name="folder">An absolute path.</param>
    public static string Real(string folder)
    {
        using var handle = Open(folder.StartsWith(@"\\", StringComparison.Ordinal) ? folder : LongPrefix + folder, 0, ShareAll, 0, OpenExisting, BackupSemantics, 0);
        if (handle.IsInvalid) return folder;
        var buffer = new char[short.MaxValue];
        var length = (int)FinalPath(handle, buffer, (uint)buffer.Length, 0);
        if (length <= 0 || length > buffer.Length) return folder;
        var real = new string(buffer, 0, length);
        return real.StartsWith(NetworkPrefix, StringComparison.OrdinalIgnoreCase) ? @"\\" + real[NetworkPrefix.Length..]
            : real.StartsWith(LongPrefix, StringComparison.Ordinal) ? real[LongPrefix.Length..]
            : real;
    }

    [DllImport("kernel32", EntryPoint = "CreateFileW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle Open(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [DllImport("kernel32", EntryPoint = "GetFinalPathNameByHandleW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint FinalPath(SafeFileHandle file, [Out] char[] path, uint length, uint flags);
}
