using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateExportTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly TestFolder _folder = new();
    private readonly PasswordCertificate _certificate = TestCertificates.Open();
    private readonly SecretText _passphrase = SecretText.FromChars("correct horse");

    public void Dispose()
    {
        _passphrase.Dispose();
        _certificate.Dispose();
        _folder.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_PFX_brings_the_secrets_to_another_host()
    {
        var text = SecretProtectorTests.Protect(_certificate, SecretPurpose.Text, "hunter2");
        CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), _passphrase);
        using var there = _store.Finder.ChooseFile(_folder.File("c.pfx"), passphrase: _passphrase);
        Assert.Equal(_certificate.Info.Thumbprint, there.Info.Thumbprint);
        Assert.Equal("hunter2", SecretProtectorTests.Open(there, SecretPurpose.Text, text));
    }

    [Fact]
    public void Key_and_certificate_in_a_PFX_are_encrypted_and_sealed()
    {
        CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), _passphrase);
        var pfx = Pkcs12Info.Decode(File.ReadAllBytes(_folder.File("c.pfx")), out _);
        Assert.True(pfx.VerifyMac("correct horse"));
        Assert.False(pfx.VerifyMac("wrong horse"));
        var open = pfx.AuthenticatedSafe.Where(safe => safe.ConfidentialityMode == Pkcs12ConfidentialityMode.None).SelectMany(safe => safe.GetBags());
        Assert.All(open, bag => Assert.IsType<Pkcs12ShroudedKeyBag>(bag));
        Assert.Contains(pfx.AuthenticatedSafe, safe => safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password);
    }

    [Fact]
    public void A_PFX_without_passphrase_is_not_written()
    {
        using var empty = SecretText.FromUtf8([]);
        Refusal.Of(SecretErrors.ExportPassphraseMissing, () => CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), null));
        Refusal.Of(SecretErrors.ExportPassphraseMissing, () => CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), empty));
        Assert.False(File.Exists(_folder.File("c.pfx")));
    }

    [Fact]
    public void The_public_part_protects_for_the_system_that_has_the_key()
    {
        CertificateExport.ToCer(_certificate, _folder.File("c.cer"));
        using var there = PasswordCertificate.FromPublicFile(_folder.File("c.cer"));
        Assert.False(there.Info.HasPrivateKey);
        Assert.Equal("hunter2", SecretProtectorTests.Open(_certificate, SecretPurpose.Text, SecretProtectorTests.Protect(there, SecretPurpose.Text, "hunter2")));
    }

    [Fact]
    public void A_PEM_pair_is_used_in_place()
    {
        CertificateExport.ToPem(_certificate, _folder.File("c.pem"), _folder.File("c.key"));
        using var there = _store.Finder.ChooseFile(_folder.File("c.pem"), _folder.File("c.key"));
        there.VerifyKey();
    }

    [Fact]
    public void Exported_files_are_accessible_only_to_their_owner()
    {
        Skip.WithoutFileModes();
        CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), _passphrase);
        CertificateExport.ToPem(_certificate, _folder.File("c.pem"), _folder.File("c.key"));
        foreach (var name in new[] { "c.pfx", "c.pem", "c.key" })
        {
            using var file = File.OpenRead(_folder.File(name));
            Assert.Null(OwnerOnlyFile.ExposedTo(file));
        }
    }

    [Fact]
    public void An_existing_file_is_replaced_only_where_asked()
    {
        var file = _folder.Write("there", "mine"u8.ToArray());
        Refusal.Of(StoreErrors.FileExists, () => CertificateExport.ToCer(_certificate, file));
        Refusal.Of(StoreErrors.FileExists, () => CertificateExport.ToPfx(_certificate, file, _passphrase));
        Refusal.Of(StoreErrors.FileExists, () => CertificateExport.ToPem(_certificate, _folder.File("new"), file));
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.False(File.Exists(_folder.File("new")));
        CertificateExport.ToCer(_certificate, file, overwrite: true);
        Assert.Equal(_certificate.Certificate.RawData, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_world_readable_file_that_is_replaced_becomes_accessible_only_to_its_owner()
    {
        Skip.WithoutFileModes();
        var file = _folder.Write("open.pfx", [], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        CertificateExport.ToPfx(_certificate, file, _passphrase, overwrite: true);
        using var written = File.OpenRead(file);
        Assert.Null(OwnerOnlyFile.ExposedTo(written));
    }

    [Fact]
    public void If_nothing_can_be_written_it_says_so_and_leaves_nothing_behind()
    {
        Refusal.Of(SecretErrors.ExportFileNotWritable, () => CertificateExport.ToCer(_certificate, _folder.File(Path.Combine("absent", "c.cer"))));
        Directory.CreateDirectory(_folder.File("folder"));
        Refusal.Of(SecretErrors.ExportFileNotWritable, () => CertificateExport.ToCer(_certificate, _folder.File("folder"), overwrite: true));
        Assert.Equal(["folder"], Directory.GetFileSystemEntries(_folder.File(".")).Select(Path.GetFileName));
    }

    [Fact]
    public void Without_its_key_only_the_public_part_is_exported()
    {
        using var publicPart = TestCertificates.Open(TestCertificates.WithoutKey(TestCertificates.Make()));
        CertificateExport.ToCer(publicPart, _folder.File("c.cer"));
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => CertificateExport.ToPfx(publicPart, _folder.File("c.pfx"), _passphrase));
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => CertificateExport.ToPem(publicPart, _folder.File("c.pem"), _folder.File("c.key")));
        Assert.Equal(["c.cer"], Directory.GetFileSystemEntries(_folder.File(".")).Select(Path.GetFileName));
    }

    [Fact]
    public void The_keys_round_count_is_the_documented_one()
    {
        CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), _passphrase);
        var pfx = Pkcs12Info.Decode(File.ReadAllBytes(_folder.File("c.pfx")), out _);
        var key = pfx.AuthenticatedSafe.Where(safe => safe.ConfidentialityMode == Pkcs12ConfidentialityMode.None)
            .SelectMany(safe => safe.GetBags()).OfType<Pkcs12ShroudedKeyBag>().Single();
        // 200 000 as a DER INTEGER, in the PBKDF2 parameters (RFC 8018, A.2).
        Assert.True(key.EncryptedPkcs8PrivateKey.Span.IndexOf(new byte[] { 0x02, 0x03, 0x03, 0x0D, 0x40 }) >= 0);
        using var opened = RSA.Create();
        opened.ImportEncryptedPkcs8PrivateKey("correct horse", key.EncryptedPkcs8PrivateKey.Span, out _);
        Assert.Equal(2048, opened.KeySize);
    }
}
