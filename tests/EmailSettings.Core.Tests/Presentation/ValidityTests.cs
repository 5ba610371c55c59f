using EmailSettings.Core.Presentation;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class ValidityTests
{
    [Theory]
    [InlineData(false, null, null, null, "not set", Tone.Plain)]
    [InlineData(false, null, "CertificateKeyNotFound", null, "not stored, enter it again if it is in use: CertificateKeyNotFound", Tone.Doubtful)]
    [InlineData(true, true, "SecretWithoutTarget", 42, "set, but not used: SecretWithoutTarget", Tone.Doubtful)]
    [InlineData(true, false, "PrivateKeyMissing", 400, "cannot be decrypted: PrivateKeyMissing", Tone.Bad)]
    [InlineData(true, true, null, null, "set", Tone.Plain)]
    [InlineData(true, true, null, -1, "set, expired 1 day ago", Tone.Bad)]
    [InlineData(true, true, null, 0, "set, expires in 0 days", Tone.Doubtful)]
    [InlineData(true, true, null, 30, "set, expires in 30 days", Tone.Doubtful)]
    [InlineData(true, true, null, 31, "set, expires in 31 days", Tone.Plain)]
    public void A_secret_shows_its_state_and_the_days_left(bool isSet, bool? decrypts, string? problem, int? daysLeft, string text, Tone tone) =>
        Assert.Equal(new Cell(text, tone), Validity.OfSecret(isSet, decrypts, problem, daysLeft));

    [Theory]
    [InlineData(null, null, "-", Tone.Plain)]
    [InlineData("0123456789AB", null, "01234567…", Tone.Plain)]
    [InlineData("0123456789AB", 1, "01234567…, 1 day left", Tone.Plain)]
    [InlineData("0123456789AB", -2, "01234567…, expired 2 days ago", Tone.Doubtful)]
    public void A_secret_shows_its_certificate_and_when_it_expires(string? thumbprint, int? daysLeft, string text, Tone tone) =>
        Assert.Equal(new Cell(text, tone), Validity.OfSecretCertificate(thumbprint, daysLeft));

    [Theory]
    [InlineData(-3, "expired 3 days ago", Tone.Doubtful)]
    [InlineData(0, "0 days", Tone.Plain)]
    public void A_certificate_shows_the_days_left(int daysLeft, string text, Tone tone) =>
        Assert.Equal(new Cell(text, tone), Validity.OfCertificate(daysLeft));
}
