using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A certificate and its successor with the same subject, and clocks that are far off.</summary>
public sealed class RenewedCertificateTests : IDisposable
{
    private const string Subject = "CN=mail passwords";
    private readonly TestSystem _system = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void A_renewal_with_the_same_key_opens_everything_even_after_the_first_is_gone()
    {
        var first = _system.Use(TestCertificates.Make(Subject, toDays: 10));
        _system.StoreThree();
        var second = _system.Use(TestCertificates.Make(Subject, toDays: 700));
        Assert.NotEqual(first, second);
        _system.Certificates.Remove(first);

        _system.AssertThreeOpen();
        var listed = _system.Session.Secrets.List().Where(secret => secret.IsSet).ToList();
        Assert.All(listed, secret => Assert.True(secret.Decrypts));
        Assert.All(listed, secret => Assert.InRange(secret.CertificateDaysLeft!.Value, 698, 700));
        Assert.Equal(TestSystem.Three, _system.Session.Secrets.Reprotect(false, _system.Host).Reprotected);
        Assert.Equal(second, _system.Stored(SecretKey.SmsPassword).Thumbprint);
    }

    [Fact]
    public void Another_key_under_the_same_subject_opens_nothing_of_the_first()
    {
        var first = _system.Use(TestCertificates.Make(Subject));
        _system.StoreThree();
        var second = _system.Use(TestCertificates.Make(Subject, TestCertificates.OtherKey));
        _system.AssertThreeOpen();
        _system.Certificates.Remove(first);

        var fault = Refusal.Of(SecretErrors.CertificateMissing, () => _system.Read("sms.password"));
        Assert.Equal(first, fault.Value);
        Assert.Equal(TestSystem.Three, _system.Session.Secrets.List(toReEnter: true).Select(secret => secret.Purpose).Order(StringComparer.Ordinal));
        foreach (var purpose in TestSystem.Three) _system.Set(purpose, purpose);
        _system.AssertThreeOpen();
        Assert.Equal(second, _system.Stored(SecretKey.SmsPassword).Thumbprint);
    }

    [Fact]
    public void The_thumbprint_decides_between_two_with_one_subject()
    {
        var first = _system.Use(TestCertificates.Make(Subject, fromDays: -10));
        var second = _system.Certificates.Add(TestCertificates.Make(Subject, TestCertificates.OtherKey)).Thumbprint;
        Refusal.Of(SecretErrors.CertificateAmbiguous, () => _system.Session.Certificates.Choose(Subject, _system.Host));
        _system.StoreThree();
        var report = _system.Session.Certificates.Test();
        Assert.Equal(first, report.Thumbprint);
        Assert.Equal([second], report.SameSubject);
        Assert.Contains(report.Findings, finding => finding.Id == SecretErrors.CertificateSubjectShared.Id);

        _system.Session.Certificates.Choose(second, _system.Host);
        _system.Session.Secrets.Reprotect(false, _system.Host);
        // Once renewed, the previous one is no reason to warn.
        Assert.DoesNotContain(_system.Session.Certificates.Test().Findings, finding => finding.Id == SecretErrors.CertificateSubjectShared.Id);
        _system.Certificates.Remove(first);
        _system.AssertThreeOpen();
    }

    [Theory]
    [InlineData(-10, "CertificateNotYetValid")]
    [InlineData(10, "CertificateExpired")]
    public void A_clock_ten_years_off_refuses_nothing_and_warns_rightly(int years, string warning)
    {
        var first = _system.Use(TestCertificates.Make("CN=first"));
        _system.StoreThree();
        _system.Clock.Now = _system.Clock.Now.AddYears(years);
        _system.AssertThreeOpen();
        Assert.Contains(_system.Host.Warnings, fault => fault.Id == warning);

        _system.Host.Warnings.Clear();
        _system.Set("sms.password", "entered under that clock");
        Assert.Contains(_system.Host.Warnings, fault => fault.Id == warning);
        _system.Use(TestCertificates.Make("CN=second", TestCertificates.OtherKey));
        _system.Session.Secrets.Reprotect(false, _system.Host);
        _system.Certificates.Remove(first);
        Assert.Equal("entered under that clock", _system.Read("sms.password"));

        var report = _system.Session.Certificates.Test();
        Assert.Equal("Warning", report.Status);
        Assert.Equal(warning, Assert.Single(report.Findings).Id);
        Assert.Equal(years > 0, report.DaysLeft < 0);
    }

    [Fact]
    public void A_certificate_made_under_a_wrong_clock_works_when_the_clock_is_right_again()
    {
        _system.Clock.Now = _system.Clock.Now.AddYears(10);
        _system.Session.Certificates.Create(new NewCertificateOptions { Bits = 2048, Years = 1 }, _system.Host);
        _system.StoreThree();
        _system.Clock.Now = _system.Clock.Now.AddYears(-10);
        _system.AssertThreeOpen();
        Assert.Contains(_system.Session.Certificates.Test().Findings, finding => finding.Id == SecretErrors.CertificateNotYetValid.Id);
    }
}
