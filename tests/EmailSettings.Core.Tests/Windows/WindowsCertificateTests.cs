using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Principal;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Windows;

[SupportedOSPlatform("windows")]
public sealed class WindowsCertificateTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly TestFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void A_new_file_has_an_access_list_of_owner_SYSTEM_and_Administrators()
    {
        Skip.UnlessWindows();
        using var file = OwnerOnlyFile.CreateNew(_folder.File("new"));
        Assert.Null(OwnerOnlyFile.ExposedTo(file));
        Assert.True(file.GetAccessControl().AreAccessRulesProtected);
    }

    [Fact]
    public void A_key_file_that_Users_can_read_is_refused_and_names_them()
    {
        Skip.UnlessWindows();
        using var certificate = TestCertificates.Open();
        CertificateExport.ToPem(certificate, _folder.File("c.pem"), _folder.File("c.key"));
        var key = new FileInfo(_folder.File("c.key"));
        var security = key.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(
            new SecurityIdentifier(WellKnownSidType.BuiltinUsersSid, null), FileSystemRights.Read, AccessControlType.Allow));
        key.SetAccessControl(security);
        var fault = Refusal.Of(SecretErrors.KeyFileExposed, () => _store.Finder.ChooseFile(_folder.File("c.pem"), key.FullName));
        Assert.Contains("Users", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_non_exportable_key_works_and_is_reported()
    {
        Skip.UnlessWindows();
        using var made = TestCertificates.Make();
        var pfx = made.Export(X509ContentType.Pkcs12);
        using var locked = TestCertificates.Open(X509CertificateLoader.LoadPkcs12(pfx, null, X509KeyStorageFlags.PersistKeySet));
        locked.VerifyKey();
        using var passphrase = SecretText.FromChars("p");
        Refusal.Of(SecretErrors.CertificateKeyNotExportable, () => CertificateExport.ToPfx(locked, _folder.File("c.pfx"), passphrase));
        _store.Add(locked.Certificate);
        var report = new CertificateHealth(_store.Stores, TimeProvider.System).Check(locked.Info.Reference, []);
        Assert.False(report.KeyExportable);
        Assert.Contains(report.Warnings, warning => warning.Code == SecretErrors.CertificateKeyNotExportable);
    }

    [Fact]
    public void A_new_certificate_has_its_friendly_name()
    {
        Skip.UnlessWindows();
        using var made = new CertificateFactory(_store.Stores, TimeProvider.System).Create(new NewCertificateOptions { Bits = 2048, FriendlyName = "named" });
        using var found = _store.Finder.Find(made.Info.Reference);
        Assert.Equal("named", found!.Info.FriendlyName);
    }

    [Fact]
    public void A_users_key_is_accessible_only_to_that_account()
    {
        Skip.UnlessWindows();
        using var made = new CertificateFactory(_store.Stores, TimeProvider.System).Create(new NewCertificateOptions { Bits = 2048 });
        using var current = WindowsIdentity.GetCurrent();
        Assert.True(CertificateKeyAccess.Check(made, current.Name).MayRead);
        var report = CertificateKeyAccess.Check(made, @"NT AUTHORITY\NETWORK SERVICE");
        Assert.False(report.MayRead);
        Assert.Contains(made.Info.Thumbprint, report.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_key_names_the_step_that_grants_access()
    {
        Skip.UnlessWindowsAdministrator();
        using var made = new CertificateFactory(_store.Stores, TimeProvider.System)
            .Create(new NewCertificateOptions { Bits = 2048, Location = CertificateLocation.LocalMachine });
        var report = CertificateKeyAccess.Check(made, @"NT AUTHORITY\NETWORK SERVICE");
        Assert.NotEqual(true, report.MayRead);
        Assert.Contains("icacls", report.NextStep, StringComparison.Ordinal);
        Assert.Contains(report.KeyFile, report.NextStep, StringComparison.Ordinal);

        var file = new FileInfo(report.KeyFile);
        var security = file.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(
            new SecurityIdentifier(WellKnownSidType.NetworkServiceSid, null), FileSystemRights.Read, AccessControlType.Allow));
        file.SetAccessControl(security);
        Assert.True(CertificateKeyAccess.Check(made, @"NT AUTHORITY\NETWORK SERVICE").MayRead);
    }

    [Fact]
    public void A_key_is_deleted_if_the_store_rejects_its_certificate()
    {
        Skip.UnlessWindows();
        using var made = TestCertificates.Persist(TestCertificates.Make());
        using var key = (RSACng)made.GetRSAPrivateKey()!;
        var (name, provider) = (key.Key.KeyName!, key.Key.Provider!);
        Assert.True(CngKey.Exists(name, provider));
        Refusal.Of(SecretErrors.CertificateStoreDenied, () => new CertificateStores(new string('x', 300)).Add(CertificateLocation.CurrentUser, made));
        Assert.False(CngKey.Exists(name, provider));
    }

    [Fact]
    public void An_unknown_account_is_reported()
    {
        Skip.UnlessWindows();
        using var certificate = TestCertificates.Open();
        Refusal.Of(SecretErrors.AccountUnknown, () => CertificateKeyAccess.Check(certificate, @"NOWHERE\nobody"));
    }
}
