using System.Diagnostics;
using System.Security.Cryptography;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>
/// Re-encryptions that are killed at any moment. <c>EMAILSETTINGS_FULL_TESTS=1</c> runs the full numbers: 200 kills over 100
/// secrets and 10 over 1 000; by default 40 and 2.
/// </summary>
[Trait("Length", "Long")]
public sealed class KilledReprotectionTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestSystem _system = new();
    private readonly List<(long Revision, string Thumbprint)> _finished = [];

    public void Dispose() => _system.Dispose();

    [Fact]
    public Task Of_a_hundred_secrets_every_one_opens_with_the_certificate_the_store_names() => KillAgainAndAgain(100, FullNumbers.Wanted ? 200 : 40);

    [Fact]
    public Task Of_a_thousand_secrets_every_one_opens_with_the_certificate_the_store_names() => KillAgainAndAgain(1000, FullNumbers.Wanted ? 10 : 2);

    // The write takes a few hundredths of the time, so every other kill aims at it. The aim adapts to the machine's speed, and
    // the test continues until enough kills were within the write, enough before it, and one re-encryption completed.
    private async Task KillAgainAndAgain(int secrets, int kills)
    {
        var thumbprints = new[] { Use("one.pfx", TestCertificates.OtherKey), Use("other.pfx", TestCertificates.SharedKey) };
        _system.StoreMany(secrets, name => name);
        var before = new Aim("begun", TimeSpan.FromSeconds(1));
        var within = new Aim("committing", TimeSpan.FromMilliseconds(50));
        var (killed, enough) = (0, Math.Max(1, kills / 8));
        for (; killed < kills || before.Hits < enough || within.Hits < enough || _finished.Count == 0; killed++)
        {
            Assert.True(killed < 100 + (2 * kills), $"{before}, {within}");
            var isWithinWrite = await KillOne(killed % 2 == 0 ? before : within);
            (isWithinWrite ? within : before).Hits++;
            AssertAllOpen(secrets, thumbprints);
        }
        Assert.Empty(_system.Store.Verify());
        output.WriteLine($"{killed} kills: {before.Hits} before the write or between re-encryptions, {within.Hits} within the write; {_finished.Count} re-encryptions finished. {before}. {within}.");
    }

    /// <returns>True if it was within a write: after the preparation, before the acknowledgement.</returns>
    private async Task<bool> KillOne(Aim aim)
    {
        using var process = HostProcess.Start("reprotect-until-killed", _system.Files.File("settings.db"), _system.Files.File("one.pfx"), _system.Files.File("other.pfx"));
        Assert.True(await process.Until(aim.Mark));
        aim.Wait();
        process.Kill();
        var lines = await process.Lines();
        _finished.AddRange(lines.Select(line => (line.Revision, line.Mark!)));
        var isWithinWrite = process.Count("committing") > lines.Count;
        aim.Learn(aim.Mark == "committing" ? isWithinWrite : lines.Count < 2);
        return isWithinWrite;
    }

    private void AssertAllOpen(int secrets, string[] thumbprints)
    {
        // All or none: one certificate for all of them, and no acknowledged re-encryption is lost.
        var state = _system.Store.Read(StoreParts.Secrets);
        var thumbprint = Assert.Single(state.Secrets.Values.Select(secret => secret.Thumbprint).Distinct())!;
        Assert.Contains(thumbprint, thumbprints);
        if (_finished.Count > 0 && state.Revision == _finished[^1].Revision) Assert.Equal(_finished[^1].Thumbprint, thumbprint);
        if (_finished.Count > 0) Assert.InRange(_finished[^1].Revision, 1, state.Revision);
        _system.AssertManyOpen(secrets, thumbprint);
    }

    private string Use(string name, RSA key) => _system.UseFile(TestCertificates.Make($"CN={name}", key), name);

    /// <summary>
    /// Chooses when to kill: at random up to some time after a mark, a time that depends on the previous kills.
    /// </summary>
    private sealed class Aim(string mark, TimeSpan longest)
    {
        // The same random sequence in each run; the durations depend on the machine.
        private readonly Random _random = new(20261128);
        private readonly List<double> _waits = [];

        public string Mark => mark;

        public int Hits { get; set; }

        public void Wait()
        {
            var wait = longest * _random.NextDouble();
            _waits.Add(wait.TotalMilliseconds);
            var clock = Stopwatch.StartNew();
            // The scheduler's sleep is longer than most writes.
            SpinWait.SpinUntil(() => clock.Elapsed >= wait);
        }

        public void Learn(bool isEarly) => longest *= isEarly ? 1.5 : 0.7;

        public override string ToString() => _waits.Count == 0 ? "" : $"{_waits.Min():0.0} to {_waits.Max():0.0} ms after '{mark}'";
    }
}
