using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateFileTests : IDisposable
{
    private const UnixFileMode GroupReads = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
    private const UnixFileMode OthersRead = UnixFileMode.UserRead | UnixFileMode.OtherRead;

    private readonly TestStore _store = new();
    private readonly TestFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificates.Make();

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_PFX_without_passphrase_is_used_in_place()
    {
        var file = _folder.Write("c.pfx", Pfx());
        using var chosen = _store.Finder.ChooseFile(file);
        chosen.VerifyKey();
        Assert.Equal(file, chosen.Info.Location.File);
        Assert.Empty(_store.Stores.List());
        using var found = _store.Finder.Find(chosen.Info.Reference);
        Assert.Equal(_certificate.Thumbprint, found?.Info.Thumbprint);
    }

    [Fact]
    public void A_PFX_with_a_passphrase_is_imported_and_needs_neither_file_nor_passphrase_any_more()
    {
        var file = _folder.Write("c.pfx", Pfx("pässphrase"));
        using var passphrase = SecretText.FromChars("pässphrase");
        using var chosen = _store.Finder.ChooseFile(file, passphrase: passphrase);
        chosen.VerifyKey();
        Assert.Equal(CertificateLocation.CurrentUser, chosen.Info.Location);
        File.Delete(file);
        using var found = _store.Finder.Find(chosen.Info.Reference);
        found!.VerifyKey();
    }

    [Fact]
    public void Importing_twice_is_importing_once()
    {
        var file = _folder.Write("c.pfx", Pfx("passphrase"));
        using var passphrase = SecretText.FromChars("passphrase");
        _store.Finder.ChooseFile(file, passphrase: passphrase).Dispose();
        _store.Finder.ChooseFile(file, passphrase: passphrase).Dispose();
        Assert.Single(_store.Stores.List());
    }

    [Theory]
    [InlineData("other")]
    [InlineData(null)]
    [InlineData("")]
    public void A_wrong_or_missing_passphrase_is_reported_and_nothing_is_imported(string? given)
    {
        var file = _folder.Write("c.pfx", Pfx("passphrase"));
        using var passphrase = given is null ? null : SecretText.FromChars(given);
        Refusal.Of(SecretErrors.CertificatePassphraseWrong, () => _store.Finder.ChooseFile(file, passphrase: passphrase));
        Assert.Empty(_store.Stores.List());
    }

    [Fact]
    public void PEM_with_its_key_in_the_same_file_is_used_in_place()
    {
        var file = _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem() + "\n" + KeyPem()));
        using var chosen = _store.Finder.ChooseFile(file);
        chosen.VerifyKey();
        using var found = _store.Finder.Find(chosen.Info.Reference);
        found!.VerifyKey();
    }

    [Fact]
    public void PEM_with_its_key_in_another_file_is_used_in_place()
    {
        var file = _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem()), OthersRead);
        var key = _folder.Write("c.key", Encoding.ASCII.GetBytes(KeyPem()));
        using var chosen = _store.Finder.ChooseFile(file, key);
        chosen.VerifyKey();
        Assert.Equal(key, chosen.Info.Location.KeyFile);
        using var found = _store.Finder.Find(chosen.Info.Reference);
        found!.VerifyKey();
    }

    [Theory]
    [InlineData(GroupReads)]
    [InlineData(OthersRead)]
    public void A_key_that_others_can_read_is_refused(UnixFileMode mode)
    {
        Skip.WithoutFileModes();
        var pfx = _folder.Write("c.pfx", Pfx(), mode);
        var certificate = _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem()));
        var key = _folder.Write("c.key", Encoding.ASCII.GetBytes(KeyPem()), mode);
        var both = _folder.Write("both.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem() + "\n" + KeyPem()), mode);
        Assert.Equal(pfx, Refusal.Of(SecretErrors.KeyFileExposed, () => _store.Finder.ChooseFile(pfx)).Value);
        Assert.Equal(key, Refusal.Of(SecretErrors.KeyFileExposed, () => _store.Finder.ChooseFile(certificate, key)).Value);
        Assert.Equal(both, Refusal.Of(SecretErrors.KeyFileExposed, () => _store.Finder.ChooseFile(both)).Value);
    }

    [Fact]
    public void A_key_made_readable_later_is_refused_then()
    {
        Skip.WithoutFileModes();
        var file = _folder.Write("c.pfx", Pfx());
        using var chosen = _store.Finder.ChooseFile(file);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, OthersRead);
        Refusal.Of(SecretErrors.KeyFileExposed, () => _store.Finder.Find(chosen.Info.Reference));
    }

    [Fact]
    public void A_certificate_file_without_key_is_reported()
    {
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => _store.Finder.ChooseFile(_folder.Write("c.cer", _certificate.RawData)));
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => _store.Finder.ChooseFile(
            _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem()))));
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        var file = _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem()));
        var key = _folder.Write("c.key", Encoding.ASCII.GetBytes(TestCertificates.OtherKey.ExportPkcs8PrivateKeyPem()));
        Refusal.Of(SecretErrors.CertificateFileInvalid, () => _store.Finder.ChooseFile(file, key));
    }

    [Fact]
    public void A_key_with_a_passphrase_is_not_accepted()
    {
        var file = _folder.Write("c.pem", Encoding.ASCII.GetBytes(_certificate.ExportCertificatePem()));
        var key = _folder.Write("c.key", Encoding.ASCII.GetBytes(TestCertificates.SharedKey.ExportEncryptedPkcs8PrivateKeyPem(
            "p", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))));
        Refusal.Of(SecretErrors.CertificateFileInvalid, () => _store.Finder.ChooseFile(file, key));
    }

    [Fact]
    public void What_is_not_a_certificate_file_is_refused()
    {
        using var passphrase = SecretText.FromChars("p");
        var cut = Pfx()[..^10];
        foreach (var content in new byte[][] { [], [0], cut, "hunter2"u8.ToArray(), "-----BEGIN nonsense-----"u8.ToArray(), new byte[2_000_000] })
        {
            var file = _folder.Write("bad", content);
            var refused = Assert.Throws<EmailSettingsException>(() => _store.Finder.ChooseFile(file));
            Assert.Contains(refused.Code.Id, new[] { SecretErrors.CertificateFileInvalid.Id, SecretErrors.CertificateKeyMissing.Id });
            Refusal.Of(SecretErrors.CertificateFileInvalid, () => _store.Finder.ChooseFile(file, passphrase: passphrase));
        }
        Refusal.Of(SecretErrors.CertificateFileInvalid, () => _store.Finder.ChooseFile(_folder.File("absent")));
        Refusal.Of(SecretErrors.CertificateFileInvalid, () => _store.Finder.ChooseFile(Path.GetTempPath()));
    }

    [Fact]
    public void Other_kinds_of_key_are_refused_in_files_too()
    {
        using var elliptic = TestCertificates.MakeElliptic();
        using var shortKey = RSA.Create(1024);
        using var tooShort = TestCertificates.Make(key: shortKey);
        using var passphrase = SecretText.FromChars("p");
        Refusal.Of(SecretErrors.CertificateNotRsa, () => _store.Finder.ChooseFile(_folder.Write("e.pfx", elliptic.Export(X509ContentType.Pkcs12))));
        Refusal.Of(SecretErrors.CertificateNotRsa, () =>
            _store.Finder.ChooseFile(_folder.Write("e.pfx", elliptic.Export(X509ContentType.Pkcs12, "p")), passphrase: passphrase));
        Refusal.Of(SecretErrors.CertificateKeyTooShort, () =>
            _store.Finder.ChooseFile(_folder.Write("s.pfx", tooShort.Export(X509ContentType.Pkcs12, "p")), passphrase: passphrase));
        Assert.Empty(_store.Stores.List());
    }

    [Fact]
    public void A_file_that_was_exchanged_or_removed_is_a_missing_certificate()
    {
        var file = _folder.Write("c.pfx", Pfx());
        using var chosen = _store.Finder.ChooseFile(file);
        using var another = TestCertificates.Make("CN=another");
        _folder.Write("c.pfx", another.Export(X509ContentType.Pkcs12));
        Assert.Null(_store.Finder.Find(chosen.Info.Reference));
        File.Delete(file);
        Assert.Null(_store.Finder.Find(chosen.Info.Reference));
    }

    private byte[] Pfx(string? passphrase = null) => _certificate.Export(X509ContentType.Pkcs12, passphrase);

    private static string KeyPem() => TestCertificates.SharedKey.ExportPkcs8PrivateKeyPem() + "\n";
}
