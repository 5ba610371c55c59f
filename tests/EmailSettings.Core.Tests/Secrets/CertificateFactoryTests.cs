using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateFactoryTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    private CertificateFactory Factory => new(_store.Stores, TimeProvider.System);

    [Fact]
    public void By_default_it_is_RSA_3072_for_ten_years_and_for_documents()
    {
        using var made = Factory.Create(new NewCertificateOptions());
        Assert.Equal(3072, made.Info.KeySize);
        Assert.Equal(made.Info.NotBefore.AddYears(10), made.Info.NotAfter);
        Assert.Empty(made.Info.DateWarnings(TimeProvider.System));
        Assert.StartsWith("CN=", made.Info.Subject, StringComparison.Ordinal);
        Assert.Contains("EmailSettings passwords", made.Info.Subject, StringComparison.Ordinal);
        var usage = made.Certificate.Extensions.OfType<X509KeyUsageExtension>().Single();
        Assert.Equal(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DataEncipherment, usage.KeyUsages);
        var purposes = made.Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages;
        Assert.Equal("1.3.6.1.4.1.311.80.1", Assert.Single(purposes.Cast<Oid>()).Value);
    }

    [Fact]
    public void It_is_kept_in_the_store_with_its_key()
    {
        string text;
        CertificateReference reference;
        using (var made = Factory.Create(new NewCertificateOptions { Bits = 2048 }))
        {
            reference = made.Info.Reference;
            text = SecretProtectorTests.Protect(made, SecretPurpose.SmsPassword, "hunter2");
        }
        using var found = _store.Finder.Find(reference);
        Assert.Equal("hunter2", SecretProtectorTests.Open(found!, SecretPurpose.SmsPassword, text));
        Assert.Equal(reference.Thumbprint, Assert.Single(_store.Finder.ListUsable()).Thumbprint);
    }

    [Fact]
    public void The_stored_key_is_accessible_only_to_its_owner()
    {
        Skip.WithoutFileModes();
        using var made = Factory.Create(new NewCertificateOptions { Bits = 2048 });
        var file = Assert.Single(Directory.GetFiles(_store.Folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData(2048, 1)]
    [InlineData(2048, 30)]
    [InlineData(4096, 10)]
    public void The_limits_of_the_ranges_are_accepted(int bits, int years)
    {
        using var made = Factory.Create(new NewCertificateOptions { Bits = bits, Years = years, Subject = "CN=edge, O=Contoso" });
        Assert.Equal(bits, made.Info.KeySize);
        Assert.Equal(made.Info.NotBefore.AddYears(years), made.Info.NotAfter);
        Assert.Equal("CN=edge, O=Contoso", made.Info.Subject);
    }

    [Theory]
    [InlineData(1024, 10, "bits")]
    [InlineData(2047, 10, "bits")]
    [InlineData(8192, 10, "bits")]
    [InlineData(0, 10, "bits")]
    [InlineData(-1, 10, "bits")]
    [InlineData(3072, 0, "years")]
    [InlineData(3072, 31, "years")]
    [InlineData(3072, int.MaxValue, "years")]
    [InlineData(3072, int.MinValue, "years")]
    public void Beyond_them_nothing_is_created(int bits, int years, string field)
    {
        var fault = Refusal.Of(SecretErrors.CertificateOptionOutOfRange, () => Factory.Create(new NewCertificateOptions { Bits = bits, Years = years }));
        Assert.Equal(field, fault.Field);
        Assert.Empty(_store.Stores.List());
    }

    [Fact]
    public void All_wrong_options_are_reported_at_once()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Factory.Create(new NewCertificateOptions
        {
            Bits = 1,
            Years = 0,
            Subject = "no name",
            FriendlyName = "",
            Location = CertificateLocation.InFile("c.pfx"),
        }));
        Assert.Equal(["bits", "years", "friendlyName", "location", "subject"], refused.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public void Where_LocalMachine_cannot_be_written_it_says_so()
    {
        Skip.WithoutFileModes();
        var fault = Refusal.Of(SecretErrors.CertificateStoreDenied, () =>
            Factory.Create(new NewCertificateOptions { Bits = 2048, Location = CertificateLocation.LocalMachine }));
        Assert.Equal(CertificateLocation.LocalMachine, fault.Value);
    }
}
