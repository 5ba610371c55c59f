using System.Runtime.InteropServices;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Cli;

/// <summary>
/// OpenSSL keeps the system's roots twice, all in one file and each in one of a folder, and .NET parses both for the first chain
/// of a process: the folder is the longer half, and a third of the time a test takes. Where the file is there, the folder is kept
/// from the runtime and read for the first chain that ends in no root of the file; and where a root is named for the test, so is
/// the file, for the first chain that ends in no such root. What is trusted stays the same.
/// </summary>
internal static partial class DeferredRoots
{
    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";

    /// <summary>
    /// Leaves the folder for later. To be called before anything else runs: it changes the environment of the process.
    /// </summary>
    /// <param name="hasNamedRoot">A root is named for the test: the file is left as well.</param>
    public static void LeaveForLater(bool hasNamedRoot)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            var file = Environment.GetEnvironmentVariable(FileVariable) ?? Marshal.PtrToStringUTF8(DefaultFile());
            var folders = Environment.GetEnvironmentVariable(FolderVariable) ?? Marshal.PtrToStringUTF8(DefaultFolder());
            if (folders is null || !File.Exists(file)) return;
            var left = folders.Split(':', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (!Hide(FolderVariable)) return;
            if (hasNamedRoot && Hide(FileVariable)) left.Add(file);
            SystemRoots.LeaveForLater(left);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another OpenSSL: the runtime reads both.
        }
    }

    // The runtime asks the environment of the process itself, of which .NET's own is a copy.
    private static bool Hide(string variable) => SetVariable(variable, "/dev/null", overwrite: 1) == 0;

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
