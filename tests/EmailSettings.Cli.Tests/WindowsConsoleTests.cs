using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using EmailSettings.Cli.Output;
using EmailSettings.Testing;
using Microsoft.Win32.SafeHandles;

namespace EmailSettings.Cli.Tests;

[SupportedOSPlatform("windows")]
public sealed class WindowsConsoleTests
{
    private const uint VirtualTerminalProcessing = 0x4;

    [Fact]
    public void A_console_that_does_not_interpret_sequences_is_made_to()
    {
        Skip.UnlessWindows();
        // Reading and writing; shared for both; existing.
        using var console = CreateFile("CONOUT$", 0xC0000000, 3, 0, 3, 0, 0);
        Assert.SkipWhen(console.IsInvalid, "Needs a console.");
        var handle = console.DangerousGetHandle();
        Assert.True(GetConsoleMode(handle, out var before));
        try
        {
            Assert.True(SetConsoleMode(handle, before & ~VirtualTerminalProcessing));
            Assert.True(WindowsConsole.EnableSequences(handle));
            Assert.True(GetConsoleMode(handle, out var after));
            Assert.Equal(VirtualTerminalProcessing, after & VirtualTerminalProcessing);
        }
        finally
        {
            SetConsoleMode(handle, before);
        }
    }

    [Fact]
    public void A_file_gets_no_sequences()
    {
        Skip.UnlessWindows();
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Assert.False(WindowsConsole.EnableSequences(file.SafeFileHandle.DangerousGetHandle()));
    }

    [DllImport("kernel32", EntryPoint = "CreateFileW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern SafeFileHandle CreateFile(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint console, out uint mode);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint console, uint mode);
}
