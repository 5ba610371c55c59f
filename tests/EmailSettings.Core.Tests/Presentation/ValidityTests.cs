using EmailSettings.Core.Presentation;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class ValidityTests
{
    [Theory]
    [InlineData(false, null, null, null, "not set", Tone.Doubtful)]
    [InlineData(true, false, "PrivateKeyMissing", 400, "cannot be decrypted: PrivateKeyMissing", Tone.Bad)]
    [InlineData(true, true, null, null, "set", Tone.Plain)]
    [InlineData(true, true, null, -1, "set, expired 1 day ago", Tone.Bad)]
    [InlineData(true, true, null, 0, "set, expires in 0 days", Tone.Doubtful)]
    [InlineData(true, true, null, 30, "set, expires in 30 days", Tone.Doubtful)]
    [InlineData(true, true, null, 31, "set, expires in 31 days", Tone.Plain)]
    public void A_secret_shows_its_state_and_the_days_left(bool isSet, bool? decrypts, string? problem, int? daysLeft, string text, Tone tone) =>
        Assert.Equal(new Cell(text, tone), Validity.OfSecret(isSet, decrypts, problem, daysLeft));

    [Theory]
    [InlineData(-3, "expired 3 days ago", Tone.Doubtful)]
    [InlineData(0, "0 days", Tone.Plain)]
    public void A_certificate_shows_the_days_left(int daysLeft, string text, Tone tone) =>
        Assert.Equal(new Cell(text, tone), Validity.OfCertificate(daysLeft));
}
