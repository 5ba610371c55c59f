using System.Runtime.InteropServices;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Cli;

/// <summary>
/// OpenSSL keeps the system's roots twice, all in one file and each in a file of a folder, and .NET parses both for the first
/// chain of a process: the folder takes longer, and a third of the time of a test. If the file exists, the folder is hidden from
/// the runtime and read only for the first chain that ends in no root of the file; and if a root is specified for the test, so is
/// the file, for the first chain that does not end in that root. The set of trusted roots is unchanged.
/// </summary>
internal static partial class DeferredRoots
{
    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";

    /// <summary>
    /// Defers the folder. Must be called before anything else, because it changes the environment of the process.
    /// </summary>
    /// <param name="hasNamedRoot">Whether a root is specified for the test, so that the file is deferred as well.</param>
    public static void Defer(bool hasNamedRoot)
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
            SystemRoots.Defer(left);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A different OpenSSL: the runtime reads both.
        }
    }

    // The runtime reads the environment of the process itself, of which .NET's own is a copy.
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
