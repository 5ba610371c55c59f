using System.Globalization;
using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Core.Tests.Storage;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>
/// Re-encryptions that are killed at any moment. <c>EMAILSETTINGS_FULL_TESTS=1</c> runs the full numbers: 200 kills over
/// 100 secrets and 10 over 1 000; without it 40 and 2.
/// </summary>
public sealed class KilledReprotectionTests : IDisposable
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("EMAILSETTINGS_FULL_TESTS") == "1";

    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public Task Of_a_hundred_secrets_every_one_opens_with_the_certificate_the_store_names() => KillAgainAndAgain(100, Full ? 200 : 40, TimeSpan.FromSeconds(1));

    [Fact]
    public Task Of_a_thousand_secrets_every_one_opens_with_the_certificate_the_store_names() => KillAgainAndAgain(1000, Full ? 10 : 2, TimeSpan.FromSeconds(4));

    private async Task KillAgainAndAgain(int secrets, int kills, TimeSpan longest)
    {
        var thumbprints = new[] { Use("one.pfx", TestCertificates.OtherKey), Use("other.pfx", TestCertificates.SharedKey) };
        Store(secrets);
        var random = new Random();
        var finished = new List<(long Revision, string Thumbprint)>();
        // At least until one re-encryption was finished, or nothing would be proven.
        for (var kill = 1; kill <= kills || finished.Count == 0; kill++)
        {
            using (var process = HostProcess.Start("reprotect-until-killed", _system.Files.File("settings.db"), _system.Files.File("one.pfx"), _system.Files.File("other.pfx")))
            {
                await process.Begun;
                await Task.Delay(longest * random.NextDouble());
                process.Kill();
                var lines = await process.Lines();
                finished.AddRange(lines.Select(line => (line.Revision, line.Mark!)));

                // Around the first few re-encryptions, however fast this machine is: that is where its moments differ.
                longest *= lines.Count switch { 0 => 1.3, > 2 => 0.7, _ => 1 };
            }
            AssertAllOpen(secrets, thumbprints, finished);
        }
        Assert.Empty(_system.Store.Verify());
    }

    private void AssertAllOpen(int secrets, string[] thumbprints, List<(long Revision, string Thumbprint)> finished)
    {
        var state = _system.Store.Read(StoreParts.All);
        Assert.Equal(secrets, state.Secrets.Count);

        // All or none: one certificate for all of them, and no acknowledged re-encryption is lost.
        var thumbprint = Assert.Single(state.Secrets.Values.Select(secret => secret.Thumbprint).Distinct())!;
        Assert.Contains(thumbprint, thumbprints);
        if (finished.Count > 0 && state.Revision == finished[^1].Revision) Assert.Equal(finished[^1].Thumbprint, thumbprint);
        if (finished.Count > 0) Assert.InRange(finished[^1].Revision, 1, state.Revision);

        // With that very certificate, not with whichever fits.
        using var certificate = new CertificateFinder(_system.Certificates.Stores).Find(state.KnownCertificates.Single(known => known.Thumbprint == thumbprint))!;
        foreach (var server in state.IncomingServers)
        {
            var purpose = SecretPurpose.IncomingSecret(server.Name).BoundTo(server.Address!, server.ClientId!.Value);
            using var text = SecretProtector.Unprotect(certificate, purpose, state.Secrets[SecretKey.Incoming(server.Id)].ProtectedText);
            Assert.Equal(server.Name, text.Reveal());
        }
    }

    private string Use(string name, System.Security.Cryptography.RSA key) => _system.UseFile(TestCertificates.Make($"CN={name}", key), name);

    private void Store(int secrets)
    {
        var texts = new List<SecretText>();
        var steps = Enumerable.Range(1, secrets).Select(number =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Server {number}");
            texts.Add(SecretText.FromUtf8(Encoding.UTF8.GetBytes(name)));
            return new ChangeStep.AssignServer(name, ServerMatch.New,
            [
                new("address", TestSystem.Tenant), new("authentication", "OAuthService"), new("clientId", Guid.NewGuid().ToString()), new("secret", texts[^1]),
            ]);
        }).ToList();
        _system.Session.Settings.Apply(new SettingsChange("servers", steps), _system.Host);
        texts.ForEach(text => text.Dispose());
    }
}
