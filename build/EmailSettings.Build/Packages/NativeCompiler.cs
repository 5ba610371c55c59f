using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmailSettings.Build.Packages;

/// <summary>
/// Finds what a native program requires besides the SDK: a linker, in the places where the SDK's own compilation looks, and the
/// compiler's packages.
/// </summary>
internal static class NativeCompiler
{
    /// <summary>Gets the reason why a project cannot be compiled ahead of time on this machine; null if it can.</summary>
    /// <param name="project">The project file, which is restored by this.</param>
    /// <param name="platform">The platform of this machine, as a runtime identifier.</param>
    public static string? Missing(string project, string platform) =>
        (OperatingSystem.IsWindows() ? MissingOnWindows() : MissingOnUnix()) ?? MissingPackages(project, platform);

    private static string? MissingPackages(string project, string platform)
    {
        var (exitCode, output) = Run("dotnet", ["restore", project, "-r", platform, "-p:PublishAot=true", "-v", "quiet", "-tl:off", "-nodeReuse:false"]);
        if (exitCode == 0) return null;
        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        return $"the compiler's packages were not restored: {lines.FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? lines[0]}";
    }

    private static string? MissingOnWindows()
    {
        var finder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");
        var tools = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "ARM64" : "x86.x64";
        string[] question = ["-latest", "-prerelease", "-products", "*", "-requires", $"Microsoft.VisualStudio.Component.VC.Tools.{tools}", "-property", "installationPath"];
        return File.Exists(finder) && Run(finder, question).Output.Length > 0 ? null : "no link.exe found: the C++ build tools of Visual Studio are not installed";
    }

    // A compiler may be unable to link: on Debian the C library's files are a separate package. So a program is linked.
    private static string? MissingOnUnix()
    {
        string[] names = OperatingSystem.IsMacOS() ? ["clang"] : ["clang", "gcc"];
        if (names.FirstOrDefault(IsOnPath) is not { } linker) return $"no C linker found: {string.Join(" or ", names)} is not on the PATH";
        var folder = Directory.CreateTempSubdirectory("emailsettings-link-");
        try
        {
            var source = Path.Combine(folder.FullName, "probe.c");
            File.WriteAllText(source, "int main(void) { return 0; }\n");
            string[] flavour = OperatingSystem.IsMacOS() ? [] : ["-fuse-ld=bfd"];
            var (exitCode, output) = Run(linker, [source, "-o", Path.Combine(folder.FullName, "probe"), .. flavour, "-ldl", "-lm", "-pthread"]);
            return exitCode == 0 ? null : $"{linker} cannot link a program: {output.Split('\n')[0]}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    private static (int ExitCode, string Output) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The output is shown in English sentences, so it must be English whatever the account's language.
        start.Environment["LC_ALL"] = "C";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (output + errors.GetAwaiter().GetResult()).Trim());
        }
        catch (Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
