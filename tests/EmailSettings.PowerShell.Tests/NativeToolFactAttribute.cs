using System.Runtime.InteropServices;
using EmailSettings.Build.Packages;
using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A fact that needs the native package of the command line; skipped with the reason where it cannot be compiled.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeToolFactAttribute : FactAttribute
{
    private static readonly string? Missing = NativeCompiler.Missing(Repository.CommandLine, RuntimeInformation.RuntimeIdentifier);

    public NativeToolFactAttribute() => Skip = Missing is null ? null : $"native package: not made, {Missing}";
}
