using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Benchmarks.Secrets;

/// <summary>
/// Re-encrypting 1 000 stored secrets, durably and with each verified, against a loop of the bare RSA operations that every
/// re-encryption needs: decrypt with the old key, encrypt to the new one.
/// </summary>
internal static class ReprotectPart
{
    private const int Secrets = 1000;

    public static void Run(Yardstick yardstick)
    {
        Compare(yardstick, 2048, Target.SpeedAtLeast(0.7));
        Compare(yardstick, 3072, Target.None);
    }

    private static void Compare(Yardstick yardstick, int bits, Target target)
    {
        using var keys = new Keys(bits);
        using var system = new StoredSecretsSystem(keys, Secrets);
        yardstick.Compare($"re-encrypt {Secrets} secrets, RSA-{bits}, against bare decrypt + encrypt one after the other",
            () => { for (var number = 0; number < Secrets; number++) keys.Reencrypt(); }, system.Reprotect, target, operations: 1, pairs: 11);
        // Verification costs a second private-key operation, so half is the maximum here.
        yardstick.Compare($"the same against bare decrypt + encrypt on all {Environment.ProcessorCount} processors",
            () => Parallel.For(0, Secrets, _ => keys.ReencryptAlone()), system.Reprotect, Target.None, operations: 1, pairs: 11);
        yardstick.Compare($"health of {Secrets} secrets, RSA-{bits}, against bare decrypt one after the other",
            () => { for (var number = 0; number < Secrets; number++) keys.Decrypt(); }, system.Examine, Target.None, operations: 1, pairs: 5);
    }

    /// <summary>Two keys and texts encrypted to them.</summary>
    private sealed class Keys : IDisposable
    {
        private readonly byte[] _encrypted;
        private readonly ThreadLocal<(RSA From, RSA To)> _own;

        public Keys(int bits)
        {
            From = RSA.Create(bits);
            To = RSA.Create(bits);
            _encrypted = From.Encrypt(RandomNumberGenerator.GetBytes(32), RSAEncryptionPadding.OaepSHA256);
            // RSA objects are not guaranteed to be thread-safe.
            _own = new(() => (RSA.Create(From.ExportParameters(true)), RSA.Create(To.ExportParameters(true))), trackAllValues: true);
        }

        public RSA From { get; }

        public RSA To { get; }

        public byte[] Decrypt() => From.Decrypt(_encrypted, RSAEncryptionPadding.OaepSHA256);

        public void Reencrypt() => To.Encrypt(Decrypt(), RSAEncryptionPadding.OaepSHA256);

        public void ReencryptAlone()
        {
            var (from, to) = _own.Value;
            to.Encrypt(from.Decrypt(_encrypted, RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256);
        }

        public void Dispose()
        {
            foreach (var (from, to) in _own.Values)
            {
                from.Dispose();
                to.Dispose();
            }
            _own.Dispose();
            From.Dispose();
            To.Dispose();
        }
    }

    /// <summary>A store in a temporary folder with two certificate files, and incoming servers with a secret each.</summary>
    private sealed class StoredSecretsSystem : IDisposable, IOperationHost
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emailsettings-benchmark-");
        private readonly SqliteSettingsStore _store;
        private readonly EmailSettingsSession _session;
        private readonly CertificateReference[] _certificates;
        private int _chosen;

        public StoredSecretsSystem(Keys keys, int secrets)
        {
            _store = new SqliteSettingsStore(Path.Combine(_folder.FullName, "settings.db"));
            _session = new EmailSettingsSession(_store, Actor.Current("benchmark"), new CertificateStores("emailsettings-benchmark-none"), TimeProvider.System);
            _certificates = [Write("first.pfx", keys.From), Write("second.pfx", keys.To)];
            using var certificate = new CertificateFinder(new CertificateStores("emailsettings-benchmark-none")).Find(_certificates[0])!;
            using var text = SecretText.FromUtf8("a password of some length"u8);
            var writes = new List<StoreWrite> { new StoreWrite.PutCertificate(_certificates[1]), new StoreWrite.PutCertificate(_certificates[0]) };
            for (var number = 0; number < secrets; number++)
            {
                var server = new IncomingMailServer
                {
                    Id = Guid.CreateVersion7(),
                    Name = $"Server {number}",
                    Address = new Uri("https://login.example.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718"),
                    ClientId = Guid.NewGuid(),
                    Authentication = IncomingAuthentication.OAuthService,
                };
                var purpose = SecretPurpose.IncomingSecret(server.Name).BoundTo(server.Address, server.ClientId.Value);
                writes.Add(new StoreWrite.PutServer(server));
                writes.Add(new StoreWrite.PutSecret(new StoredSecret(
                    SecretKey.Incoming(server.Id), SecretProtector.Protect(certificate, purpose, text), _certificates[0].Thumbprint, DateTimeOffset.UtcNow)));
            }
            Commit(writes);
        }

        public CancellationToken Cancellation => CancellationToken.None;

        public void Reprotect()
        {
            _chosen = 1 - _chosen;
            Commit([new StoreWrite.PutCertificate(_certificates[_chosen])]);
            if (_session.Secrets.Reprotect(false, this).Reprotected.Count != Secrets) throw new InvalidOperationException("Not every secret was re-encrypted.");
        }

        public void Examine()
        {
            if (_session.Certificates.Test().Secrets.Count(secret => secret.Decrypts) != Secrets) throw new InvalidOperationException("Not every secret opens.");
        }

        public bool Confirm(string target, string action) => true;

        public void Warn(Finding warning)
        {
        }

        public void Verbose(string text)
        {
        }

        public void Progress(string activity, int done, int total)
        {
        }

        public void Dispose()
        {
            _session.Dispose();
            _folder.Delete(recursive: true);
        }

        private void Commit(IReadOnlyList<StoreWrite> writes) => _store.Commit(new StoreCommit(
            _store.Read(StoreParts.None).Revision, writes, new ChangeRecord(0, DateTimeOffset.UtcNow, "benchmark", "benchmark", [])));

        private CertificateReference Write(string name, RSA key)
        {
            using var certificate = SecretsPart.Make($"CN={name}", key);
            var path = Path.Combine(_folder.FullName, name);
            using (var file = OwnerOnlyFile.CreateNew(path)) file.Write(certificate.Export(X509ContentType.Pkcs12));
            return new CertificateReference(certificate.Thumbprint, certificate.Subject, CertificateLocation.InFile(path));
        }
    }
}
