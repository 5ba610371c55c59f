using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>Two processes that re-encrypt at once: one succeeds, the other is refused.</summary>
public sealed class RivalReprotectionTests : IDisposable
{
    private const int Secrets = 50;

    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task Of_two_processes_that_meet_at_the_write_one_succeeds_and_the_other_is_refused()
    {
        Use("first.pfx");
        _system.StoreMany(Secrets, name => name);
        for (var round = 1; round <= 5; round++)
        {
            var thumbprint = Use($"{round}.pfx");
            using var one = HostProcess.Start("reprotect-when-told", _system.Files.File("settings.db"));
            using var other = HostProcess.Start("reprotect-when-told", _system.Files.File("settings.db"));
            Assert.True(await one.Until("committing"));
            Assert.True(await other.Until("committing"));
            one.GoOn();
            other.GoOn();

            HostProcess.Acknowledgement[] lines = [Assert.Single(await one.Lines()), Assert.Single(await other.Lines())];
            Assert.Equal(thumbprint, Assert.Single(lines, line => line.Refused is null).Mark);
            Assert.Equal(StoreErrors.ChangedMeanwhile.Id, Assert.Single(lines, line => line.Refused is not null).Refused);
            Assert.Equal([0, 1], new[] { one.ExitCode, other.ExitCode }.Order());
            _system.AssertManyOpen(Secrets, thumbprint);
        }
        Assert.Empty(_system.Store.Verify());
    }

    private string Use(string name) => _system.UseFile(TestCertificates.Make($"CN={name}", name.Length % 2 == 0 ? TestCertificates.OtherKey : TestCertificates.SharedKey), name);
}
