using System.Text;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>No plaintext leaves its buffer: after the work, nothing of a thousand secrets is in the process's memory.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Secrets = 1000;

    // The start of every secret, longer than a cipher block.
    private const string Mark = "q7Zr2mX9wLk4TfVb";

    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public Task Health_leaves_nothing_of_a_thousand_secrets_behind()
    {
        Skip.UnlessLinux("Only Linux shows the memory of a process as a file.");
        return Examine(0);
    }

    [Fact]
    public Task A_secret_that_is_held_open_is_found_once()
    {
        Skip.UnlessLinux("Only Linux shows the memory of a process as a file.");
        return Examine(1, "incoming.secret:Server 500");
    }

    [Fact]
    public async Task Re_encryption_leaves_nothing_of_a_thousand_secrets_behind()
    {
        Skip.UnlessLinux("Only Linux shows the memory of a process as a file.");
        Store();
        _system.UseFile(TestCertificates.Make("CN=other", TestCertificates.OtherKey), "other.pfx");
        using var process = HostProcess.Start("reprotect-when-told", _system.Files.File("settings.db"));
        Assert.True(await process.Until("committing"));
        Assert.Equal(0, Found(process));
        process.GoOn();
        Assert.Null(Assert.Single(await process.Lines()).Refused);
    }

    private async Task Examine(int left, params string[] kept)
    {
        Store();
        using var process = HostProcess.Start(["examine-and-wait", _system.Files.File("settings.db"), .. kept]);
        Assert.Equal(Secrets, (await process.Next()).Revision);
        Assert.Equal(left, Found(process));
    }

    private void Store()
    {
        _system.UseFile(TestCertificates.Make("CN=one"), "one.pfx");
        _system.StoreMany(Secrets, name => $"{Mark} of {name}");
    }

    private static int Found(HostProcess process) =>
        ProcessMemory.Count(process.Id, Encoding.UTF8.GetBytes(Mark)) + ProcessMemory.Count(process.Id, Encoding.Unicode.GetBytes(Mark));
}
