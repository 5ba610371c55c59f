using System.Runtime.InteropServices;
using EmailSettings.Build.Packages;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The packages of the command line, including the native one, packed once for all tests as for a release.</summary>
internal static class NativeToolPackages
{
    private static readonly Lazy<string?> Fault = new(() => NativeCompiler.Missing(Repository.CommandLine, Platform));
    private static readonly Lazy<string> Packed = new(Pack);

    /// <summary>The platform of this machine.</summary>
    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    /// <summary>Why the native one cannot be built on this machine; null if it can.</summary>
    public static string? Missing => Fault.Value is { } fault ? $"native package: not made, {fault}" : null;

    /// <summary>Their folder; packed on first use.</summary>
    public static string Folder => Packed.Value;

    private static string Pack()
    {
        var output = Path.Combine(Repository.Root, "out", "native-tests");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        var packages = Path.Combine(output, "packages");
        ToolProcess.Run("dotnet", new Dictionary<string, string?>(), "build", Repository.CommandLine, "-c", "Release", "-t:PackToolPackages",
            $"-p:ToolStage={output}/stage/", $"-p:ToolPackages={packages}/");
        return packages;
    }
}
