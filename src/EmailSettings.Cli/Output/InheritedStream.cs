using System.Runtime.InteropServices;

namespace EmailSettings.Cli.Output;

/// <summary>
/// Whether the shell gave this process its standard streams. On systems other than Windows, the descriptor of a closed one is
/// reused by whatever is opened first, a pipe of the runtime or a document: a read would wait forever, a write would go to the
/// wrong file. Inherited descriptors can be recognized by their flags: one with close-on-exec was not inherited, and .NET opens
/// all of its own that way. Windows gives a process without such a stream a null one.
/// </summary>
internal static partial class InheritedStream
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;
    private const int ReadWrite = 2;

    private static readonly bool[] Present = Detect();

    public static bool HasInput => Present[0];

    public static bool HasOutput => Present[1];

    public static bool HasError => Present[2];

    /// <summary>
    /// Checks the streams before anything is opened, and occupies the descriptors of closed ones, so that no file gets them: an
    /// error must not be written to a document.
    /// </summary>
    public static void Initialize() => _ = Present;

    private static bool[] Detect()
    {
        if (OperatingSystem.IsWindows()) return [true, true, true];
        bool[] present = [IsPresent(0), IsPresent(1), IsPresent(2)];
        // open() returns the lowest free descriptor; it stays open as long as the process runs.
        for (var stream = 0; stream < present.Length; stream++)
        {
            if (Flags(stream, GetFlags) < 0) _ = Open("/dev/null", ReadWrite);
        }
        return present;
    }

    private static bool IsPresent(int stream) => Flags(stream, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flags(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
