using System.Runtime.Versioning;
using Xunit;

namespace EmailSettings.PowerShell.Tests;

/// <summary>What the build says of a machine that cannot link native code.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class NativeCompilerTests : IDisposable
{
    private readonly DirectoryInfo _path = Directory.CreateTempSubdirectory("emailsettings-path-");

    [PathLinkerFact]
    public void Without_a_linker_it_names_those_that_were_looked_for() => Assert.StartsWith("no C linker found: clang", Ask(), StringComparison.Ordinal);

    [PathLinkerFact]
    public void A_compiler_that_links_nothing_is_quoted()
    {
        var compiler = Path.Combine(_path.FullName, "clang");
        File.WriteAllText(compiler, "#!/bin/sh\necho 'cannot find crt1.o' >&2\nexit 1\n");
        File.SetUnixFileMode(compiler, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal("clang links no program: cannot find crt1.o", Ask());
    }

    public void Dispose() => _path.Delete(recursive: true);

    private string Ask() => ToolProcess.Run(Environment.ProcessPath!, new Dictionary<string, string?> { ["PATH"] = _path.FullName },
        Path.Combine(AppContext.BaseDirectory, "EmailSettings.Build.dll"), "native", Repository.CommandLine, NativeToolPackages.Platform);
}
