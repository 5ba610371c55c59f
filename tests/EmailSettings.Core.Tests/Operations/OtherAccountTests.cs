using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>Whether another account may use the key, according to the owner and mode of its file.</summary>
public sealed class OtherAccountTests : IDisposable
{
    // POSIX defines no account but root; this one exists on every Linux and macOS.
    private const string Other = "nobody";
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Our_key_file_is_not_accessible_to_another_account()
    {
        Skip.WithoutFileModes();
        _system.UseFile(TestCertificates.Make(), "key.pfx");
        var report = _system.Session.Certificates.Test(forAccount: Other);
        Assert.Equal((Other, false), (report.ForAccount, report.ForAccountMayUseKey));
        Assert.Contains($"chown {Other} '{_system.Files.File("key.pfx")}'", report.ForAccountNextStep, StringComparison.Ordinal);
        Assert.Equal(SecretErrors.AccountCannotUseKey.Id, report.Findings[0].Id);
        Assert.Equal("Failed", report.Status);
        Assert.Equal(report.ForAccountNextStep, report.Findings[0].NextStep);
    }

    [Fact]
    public void Our_key_file_is_accessible_to_us()
    {
        Skip.WithoutFileModes();
        _system.UseFile(TestCertificates.Make(), "key.pfx");
        var report = _system.Session.Certificates.Test(forAccount: Environment.UserName);
        Assert.True(report.ForAccountMayUseKey);
        Assert.Null(report.ForAccountNextStep);
        Assert.Equal("Passed", report.Status);
    }

    [Fact]
    public void A_key_file_owned_by_the_account_in_a_folder_it_can_enter_is_accessible_to_it()
    {
        Skip.UnlessRoot();
        _system.UseFile(TestCertificates.Make(), "key.pfx");
        Run("chown", Other, _system.Files.File("key.pfx"));
        var folder = Path.GetDirectoryName(_system.Files.File("key.pfx"))!;
        var closed = _system.Session.Certificates.Test(forAccount: Other);
        Assert.False(closed.ForAccountMayUseKey);
        Assert.Contains($"chmod o+x '{folder}'", closed.ForAccountNextStep, StringComparison.Ordinal);

        Run("chmod", "0710", folder);
        var byGroup = _system.Session.Certificates.Test(forAccount: Other);
        Assert.Null(byGroup.ForAccountMayUseKey);
        Assert.Equal(SecretErrors.AccountAccessUncertain.Id, Assert.Single(byGroup.Findings).Id);

        Run("chmod", "0711", folder);
        Assert.True(_system.Session.Certificates.Test(forAccount: Other).ForAccountMayUseKey);
    }

    [Fact]
    public void The_users_own_store_is_accessible_only_to_that_user()
    {
        Skip.WithoutFileModes();
        _system.Use(TestCertificates.Make());
        Assert.True(_system.Session.Certificates.Test(forAccount: Environment.UserName).ForAccountMayUseKey);
        var report = _system.Session.Certificates.Test(forAccount: Other);
        Assert.False(report.ForAccountMayUseKey);
        Assert.NotNull(report.ForAccountNextStep);
    }

    [Theory]
    [InlineData("no such account")]
    [InlineData("-u")]
    [InlineData("nobody; id")]
    public void An_unknown_account_is_an_error(string account)
    {
        Skip.WithoutFileModes();
        _system.Use(TestCertificates.Make());
        Assert.Equal(account, Refusal.Of(SecretErrors.AccountUnknown, () => _system.Session.Certificates.Test(forAccount: account)).Value);
    }

    [Fact]
    public void No_account_is_checked_for_a_missing_certificate()
    {
        Skip.WithoutFileModes();
        var thumbprint = _system.Use(TestCertificates.Make());
        _system.Certificates.Remove(thumbprint);
        var report = _system.Session.Certificates.Test(forAccount: Other);
        Assert.Equal((Other, null), (report.ForAccount, report.ForAccountMayUseKey));
        Assert.Equal("Failed", report.Status);
    }

    private static void Run(string tool, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(tool, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
