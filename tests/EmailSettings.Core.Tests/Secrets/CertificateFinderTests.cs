using System.Security.Cryptography;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateFinderTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_thumbprint_is_accepted_as_pasted()
    {
        var thumbprint = _store.Add(TestCertificates.Make()).Thumbprint;
        var pairs = thumbprint.Chunk(2).Select(pair => new string(pair)).ToArray();
        foreach (var pasted in new[] { thumbprint, thumbprint.ToLowerInvariant(), $"\u200E{string.Join(' ', pairs)}", string.Join(':', pairs), $" {thumbprint}\r\n" })
        {
            using var found = _store.Finder.Choose(pasted);
            Assert.Equal(thumbprint, found.Info.Thumbprint);
            Assert.Equal(CertificateLocation.CurrentUser, found.Info.Location);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AB")]
    [InlineData("zz0102030405060708090a0b0c0d0e0f10111213")]
    [InlineData("000102030405060708090a0b0c0d0e0f1011121314")]
    public void What_is_not_a_thumbprint_is_not_mistaken_for_one(string? text) => Assert.Null(CertificateReference.ParseThumbprint(text));

    [Theory]
    [InlineData("CN=mail secrets, O=Contoso")]
    [InlineData("cn=MAIL secrets, o=contoso")]
    [InlineData("mail secrets")]
    public void A_subject_that_names_one_is_accepted(string subject)
    {
        var thumbprint = _store.Add(TestCertificates.Make("CN=mail secrets, O=Contoso")).Thumbprint;
        _store.Add(TestCertificates.Make("CN=mail secrets of others, O=Contoso"));
        using var found = _store.Finder.Choose(subject);
        Assert.Equal(thumbprint, found.Info.Thumbprint);
    }

    [Fact]
    public void A_subject_that_names_two_is_refused_with_both_thumbprints()
    {
        var one = _store.Add(TestCertificates.Make("CN=twice")).Thumbprint;
        var two = _store.Add(TestCertificates.Make("CN=twice")).Thumbprint;
        var fault = Refusal.Of(SecretErrors.CertificateAmbiguous, () => _store.Finder.Choose("CN=twice"));
        Assert.Contains(one, fault.Detail, StringComparison.Ordinal);
        Assert.Contains(two, fault.Detail, StringComparison.Ordinal);
        Assert.Equal("2", fault.Limit);
    }

    [Theory]
    [InlineData("CN=nobody")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF01234567")]
    [InlineData("")]
    public void A_subject_that_names_none_is_not_found(string text) => Refusal.Of(SecretErrors.CertificateNotFound, () => _store.Finder.Choose(text));

    [Theory]
    [InlineData(-3650, -1)]
    [InlineData(1, 3650)]
    public void Certificates_are_found_whatever_their_dates(int fromDays, int toDays)
    {
        var certificate = _store.Add(TestCertificates.Make("CN=dated", fromDays: fromDays, toDays: toDays));
        using var chosen = _store.Finder.Choose("CN=dated");
        using var found = _store.Finder.Find(chosen.Info.Reference);
        Assert.Equal(certificate.Thumbprint, found?.Info.Thumbprint);
        Assert.Contains(_store.Finder.ListUsable(), info => info.Thumbprint == certificate.Thumbprint);
    }

    [Fact]
    public void A_removed_certificate_is_missing_until_it_is_imported_again()
    {
        var certificate = _store.Add(TestCertificates.Make());
        using var chosen = _store.Finder.Choose(certificate.Thumbprint);
        _store.Remove(certificate.Thumbprint);
        Assert.Null(_store.Finder.Find(chosen.Info.Reference));
        _store.Add(certificate);
        using var back = _store.Finder.Find(chosen.Info.Reference);
        Assert.NotNull(back);
    }

    [Fact]
    public void A_missing_certificate_lists_what_to_re_enter()
    {
        var reference = new CertificateReference("00", "CN=gone", CertificateLocation.CurrentUser);
        var fault = reference.Missing(["outgoing.password", "sms.password"]);
        Assert.Equal(SecretErrors.CertificateMissing, fault.Code);
        Assert.Contains("outgoing.password, sms.password", fault.Cause, StringComparison.Ordinal);
        Assert.Contains("CN=gone", fault.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void An_elliptic_curve_certificate_is_refused_with_its_key_type()
    {
        var certificate = _store.Add(TestCertificates.MakeElliptic());
        var fault = Refusal.Of(SecretErrors.CertificateNotRsa, () => _store.Finder.Choose(certificate.Thumbprint));
        Assert.NotEqual("RSA", fault.Detail);
        Assert.DoesNotContain(_store.Finder.ListUsable(), info => info.Thumbprint == certificate.Thumbprint);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(1984)] // Windows makes keys in steps of 64 bits
    public void A_short_key_is_refused(int bits)
    {
        using var key = RSA.Create(bits);
        var certificate = _store.Add(TestCertificates.Make(key: key));
        var fault = Refusal.Of(SecretErrors.CertificateKeyTooShort, () => _store.Finder.Choose(certificate.Thumbprint));
        Assert.Equal($"{bits}", fault.Detail);
    }

    [Fact]
    public void Without_its_key_it_is_found_but_not_listed_as_usable()
    {
        var certificate = _store.Add(TestCertificates.WithoutKey(TestCertificates.Make()));
        using var found = _store.Finder.Choose(certificate.Thumbprint);
        Assert.False(found.Info.HasPrivateKey);
        Refusal.Of(SecretErrors.CertificateKeyMissing, found.VerifyKey);
        Assert.DoesNotContain(_store.Finder.ListUsable(), info => info.Thumbprint == certificate.Thumbprint);
    }

    [Fact]
    public void Each_of_fifty_certificates_decrypts_its_own_texts()
    {
        var all = Enumerable.Range(0, 50).Select(number => _store.Add(TestCertificates.Make($"CN=number {number}"))).ToList();
        using var last = _store.Finder.Choose(all[49].Thumbprint);
        using var middle = _store.Finder.Choose("number 25");
        var text = SecretProtectorTests.Protect(middle, SecretPurpose.Text, "hunter2");
        Assert.Equal("hunter2", SecretProtectorTests.Open(middle, SecretPurpose.Text, text));
        Assert.Equal(50, _store.Finder.ListUsable().Count);
        Assert.True(SecretProtector.RecipientOf(text).Names(middle.Info));
        Assert.False(SecretProtector.RecipientOf(text).Names(last.Info));
    }

    [Fact]
    public void A_key_that_cannot_be_opened_is_unusable_and_the_account_is_named()
    {
        // Closing the certificate simulates a key container that this account may not open.
        var certificate = TestCertificates.Open();
        certificate.Certificate.Dispose();
        var fault = Refusal.Of(SecretErrors.CertificateKeyUnusable, () => certificate.WithKey(key => key.KeySize));
        Assert.EndsWith(Environment.UserName, fault.Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_location_is_written_and_read_again()
    {
        foreach (var location in new[] { CertificateLocation.CurrentUser, CertificateLocation.LocalMachine, CertificateLocation.InFile("c.pem", "c.key") })
            Assert.Equal(location, CertificateLocation.Parse(location.ToString(), location.KeyFile));
        Assert.Equal(@"CurrentUser\My", CertificateLocation.Parse(@"currentuser\my").ToString());
    }

    [Theory]
    [InlineData(-10, "CertificateNotYetValid")]
    [InlineData(10, "CertificateExpired")]
    public void A_clock_that_is_ten_years_wrong_only_warns(int years, string id) =>
        Assert.Equal(id, Assert.Single(Info(-10, 100).DateWarnings(new WrongClock(years))).Id);

    [Fact]
    public void Dates_only_warn()
    {
        var time = TimeProvider.System;
        Assert.Equal("CertificateExpired", Assert.Single(Info(-100, -10).DateWarnings(time)).Id);
        Assert.Equal("CertificateNotYetValid", Assert.Single(Info(10, 100).DateWarnings(time)).Id);
        Assert.Equal("CertificateEndsSoon", Assert.Single(Info(-10, 29).DateWarnings(time, daysBefore: 30)).Id);
        Assert.Empty(Info(-10, 31).DateWarnings(time, daysBefore: 30));
        Assert.Empty(Info(-10, 29).DateWarnings(time));
        Assert.True(Info(-100, -10).DaysLeft(time) is -10 or -11);
    }

    private sealed class WrongClock(int years) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(years);
    }

    private static PasswordCertificateInfo Info(int fromDays, int toDays)
    {
        using var certificate = TestCertificates.Open(TestCertificates.Make(fromDays: fromDays, toDays: toDays));
        return certificate.Info;
    }
}
