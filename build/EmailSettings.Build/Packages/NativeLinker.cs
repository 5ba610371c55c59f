using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmailSettings.Build.Packages;

/// <summary>The linker that native code takes, looked for where the SDK's own compilation looks for one.</summary>
internal static class NativeLinker
{
    /// <summary>Why no native program can be linked on this machine, in plain words; null where one can.</summary>
    public static string? Missing() => OperatingSystem.IsWindows() ? MissingOnWindows() : MissingOnUnix();

    private static string? MissingOnWindows()
    {
        var finder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");
        var tools = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "ARM64" : "x86.x64";
        string[] question = ["-latest", "-prerelease", "-products", "*", "-requires", $"Microsoft.VisualStudio.Component.VC.Tools.{tools}", "-property", "installationPath"];
        return File.Exists(finder) && Run(finder, question, "").Output.Length > 0 ? null : "no link.exe found: the C++ build tools of Visual Studio are not installed";
    }

    // A compiler alone links nothing: on Debian the C library's own files are a package apart. So a program is linked.
    private static string? MissingOnUnix()
    {
        string[] names = OperatingSystem.IsMacOS() ? ["clang"] : ["clang", "gcc"];
        if (names.FirstOrDefault(IsOnPath) is not { } linker) return $"no C linker found: {string.Join(" or ", names)} is not on the PATH";
        var program = Path.GetTempFileName();
        try
        {
            string[] flavour = OperatingSystem.IsMacOS() ? [] : ["-fuse-ld=bfd"];
            var (exitCode, output) = Run(linker, ["-x", "c", "-", "-o", program, .. flavour, "-ldl", "-lm", "-pthread"], "int main(void) { return 0; }\n");
            return exitCode == 0 ? null : $"{linker} links no program: {output.Split('\n')[0]}";
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    private static (int ExitCode, string Output) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Compilers speak the language of the account; what is shown beside English sentences is English.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (output + errors.GetAwaiter().GetResult()).Trim());
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return (-1, e.Message);
        }
    }
}
