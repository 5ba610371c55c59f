using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace EmailSettings.Cli.Output;

/// <summary>Enables colours (ECMA-48) in a Windows console.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsConsole
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint ProcessedOutput = 0x1;
    private const uint VirtualTerminalProcessing = 0x4;

    /// <summary>
    /// Enables control sequences in the console of standard output or standard error; false if there is none, or it is too old.
    /// </summary>
    public static bool EnableSequences() => EnableSequences(GetStdHandle(StandardOutput)) || EnableSequences(GetStdHandle(StandardError));

    /// <summary>Enables them in the console with this handle; false if it is not a console.</summary>
    internal static bool EnableSequences(nint handle) => GetConsoleMode(handle, out var mode)
        && ((mode & VirtualTerminalProcessing) != 0 || SetConsoleMode(handle, mode | ProcessedOutput | VirtualTerminalProcessing));

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int stream);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint console, out uint mode);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint console, uint mode);
}
