using System.Runtime.Versioning;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The build's messages on a machine that cannot link native code.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NativeCompilerTests : IDisposable
{
    private readonly DirectoryInfo _path = Directory.CreateTempSubdirectory("emailsettings-path-");

    [Fact]
    public void Without_a_linker_it_names_those_that_were_looked_for()
    {
        Skip.OnWindows("Windows' linker is not looked for on the PATH.");
        Assert.StartsWith("no C linker found: clang", Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compiler_that_cannot_link_is_quoted()
    {
        Skip.OnWindows("Windows' linker is not looked for on the PATH.");
        var compiler = Path.Combine(_path.FullName, "clang");
        File.WriteAllText(compiler, "#!/bin/sh\necho 'cannot find crt1.o' >&2\nexit 1\n");
        File.SetUnixFileMode(compiler, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal("clang cannot link a program: cannot find crt1.o", Ask());
    }

    public void Dispose() => _path.Delete(recursive: true);

    private string Ask() => ToolProcess.Run("dotnet", new Dictionary<string, string?> { ["PATH"] = _path.FullName },
        Path.Combine(AppContext.BaseDirectory, "EmailSettings.Build.dll"), "native", Repository.CommandLine, NativeToolPackages.Platform);
}
