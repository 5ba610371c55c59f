using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateHealthTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_healthy_certificate_has_no_findings()
    {
        using var made = new CertificateFactory(_store.Stores, TimeProvider.System).Create(new NewCertificateOptions { Bits = 2048 });
        var report = Check(made.Info.Reference);
        Assert.Empty(report.Faults);
        Assert.Empty(report.Warnings);
        Assert.True(report.KeyUsable);
        Assert.True(report.KeyExportable);
        Assert.True(report.IsForDocumentEncryption);
        Assert.Equal(["DataEncipherment", "KeyEncipherment"], report.KeyUsages.Order());
        Assert.Equal(made.Info, report.Certificate);
        Assert.InRange(report.DaysLeft!.Value, 3650, 3653);
        Assert.EndsWith(Environment.UserName, report.Account, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_one_lists_what_to_re_enter()
    {
        var report = Check(new CertificateReference(new string('0', 40), "CN=gone", CertificateLocation.CurrentUser), "outgoing.password", "sms.password");
        var fault = Assert.Single(report.Faults);
        Assert.Equal(SecretErrors.CertificateMissing, fault.Code);
        Assert.Contains("sms.password", fault.Detail, StringComparison.Ordinal);
        Assert.Null(report.Certificate);
        Assert.False(report.KeyUsable);
    }

    [Fact]
    public void One_whose_key_file_was_deleted_is_missing_with_what_to_re_enter()
    {
        var folder = Directory.CreateTempSubdirectory("lost-key").FullName;
        try
        {
            using var made = TestCertificates.Make();
            var (file, key) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
            File.WriteAllText(file, made.ExportCertificatePem());
            var report = Check(new CertificateReference(made.Thumbprint, made.Subject, CertificateLocation.InFile(file, key)), "outgoing.password", "sms.password");

            var fault = Assert.Single(report.Faults);
            Assert.Equal(SecretErrors.CertificateMissing, fault.Code);
            Assert.All([made.Thumbprint, made.Subject, key, "outgoing.password", "sms.password"], text => Assert.Contains(text, fault.Cause, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void One_without_key_is_not_usable()
    {
        var report = Check(Add(TestCertificates.WithoutKey(TestCertificates.Make())));
        Assert.Equal(SecretErrors.CertificateKeyMissing, Assert.Single(report.Faults).Code);
        Assert.NotNull(report.Certificate);
        Assert.Null(report.KeyExportable);
    }

    [Theory]
    [InlineData(-100, -10, "CertificateExpired")]
    [InlineData(10, 100, "CertificateNotYetValid")]
    [InlineData(-10, 20, "CertificateEndsSoon")]
    public void Dates_are_warnings_not_faults(int fromDays, int toDays, string id)
    {
        var report = Check(Add(TestCertificates.Make(fromDays: fromDays, toDays: toDays)));
        Assert.Empty(report.Faults);
        Assert.True(report.KeyUsable);
        Assert.Equal(id, Assert.Single(report.Warnings).Id);
    }

    [Fact]
    public void Others_with_the_same_subject_are_named_with_a_warning_for_newer_ones()
    {
        var chosen = Add(TestCertificates.Make("CN=same", fromDays: -10));
        var newer = _store.Add(TestCertificates.Make("CN=same", fromDays: -1)).Thumbprint;
        var older = _store.Add(TestCertificates.Make("CN=same", fromDays: -20)).Thumbprint;
        _store.Add(TestCertificates.Make("CN=different"));
        var report = Check(chosen);
        Assert.Equal(new[] { newer, older }.Order(), report.SameSubject.Select(other => other.Thumbprint).Order());
        Assert.Equal(newer, Assert.Single(report.Warnings, warning => warning.Code == SecretErrors.CertificateSubjectShared).Detail);
    }

    [Fact]
    public void A_certificate_for_signing_only_is_reported_and_works()
    {
        var request = new CertificateRequest("CN=signer", TestCertificates.SharedKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var signer = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet);
        var report = Check(Add(signer));
        Assert.Empty(report.Faults);
        Assert.True(report.KeyUsable);
        Assert.False(report.IsForDocumentEncryption);
        Assert.Equal(SecretErrors.CertificateUsageUnusual, Assert.Single(report.Warnings).Code);
    }

    [Fact]
    public void An_unsuitable_certificate_is_a_fault_and_not_an_exception()
    {
        var elliptic = _store.Add(TestCertificates.MakeElliptic());
        var report = Check(new CertificateReference(elliptic.Thumbprint, elliptic.Subject, CertificateLocation.CurrentUser));
        Assert.Equal(SecretErrors.CertificateNotRsa, Assert.Single(report.Faults).Code);
    }

    private CertificateReference Add(X509Certificate2 certificate)
    {
        _store.Add(certificate);
        return new CertificateReference(certificate.Thumbprint, certificate.Subject, CertificateLocation.CurrentUser);
    }

    private CertificateHealthReport Check(CertificateReference reference, params string[] secrets) =>
        new CertificateHealth(_store.Stores, TimeProvider.System).Check(reference, secrets);
}
