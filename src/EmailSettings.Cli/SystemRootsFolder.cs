using System.Runtime.InteropServices;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Cli;

/// <summary>
/// OpenSSL keeps the system's roots twice, all in one file and each in one of a folder, and .NET parses both for the first chain of a
/// process: the folder is the longer half, and a third of the time a test takes. Where the file is there, the folder is
/// kept from the runtime and read for the first chain that ends in no root of the file. What is trusted stays the same.
/// </summary>
internal static partial class SystemRootsFolder
{
    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";

    /// <summary>Leaves the folder for later. To be called before anything else runs: it changes the environment of the process.</summary>
    public static void LeaveForLater()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            var file = Environment.GetEnvironmentVariable(FileVariable) ?? Marshal.PtrToStringUTF8(DefaultFile());
            var folders = Environment.GetEnvironmentVariable(FolderVariable) ?? Marshal.PtrToStringUTF8(DefaultFolder());
            if (folders is null || !File.Exists(file)) return;
            // The runtime asks the environment of the process itself, of which .NET's own is a copy.
            if (SetVariable(FolderVariable, "/dev/null", overwrite: 1) == 0) SystemRoots.LeaveForLater(folders.Split(':', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another OpenSSL: the runtime reads both.
        }
    }

    [LibraryImport("libcrypto.so.3", EntryPoint = "X509_get_default_cert_file")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint DefaultFile();

    [LibraryImport("libcrypto.so.3", EntryPoint = "X509_get_default_cert_dir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint DefaultFolder();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
