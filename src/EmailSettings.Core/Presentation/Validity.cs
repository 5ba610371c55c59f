using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Presentation;

/// <summary>What is said of secrets and certificates by the days that they have left.</summary>
public static class Validity
{
    /// <summary>A stored secret: set or not, whether it opens, and when it ends.</summary>
    /// <param name="isSet"><see cref="StoredSecretInfo.IsSet"/>.</param>
    /// <param name="decrypts"><see cref="StoredSecretInfo.Decrypts"/>.</param>
    /// <param name="problem"><see cref="StoredSecretInfo.Problem"/>.</param>
    /// <param name="daysLeft"><see cref="StoredSecretInfo.DaysLeft"/>.</param>
    public static Cell OfSecret(bool isSet, bool? decrypts, string? problem, int? daysLeft) => (isSet, decrypts, daysLeft) switch
    {
        (false, _, _) => new Cell("not set", Tone.Doubtful),
        (_, false, _) => new Cell($"does not open: {problem}", Tone.Bad),
        (_, _, null) => new Cell("set"),
        (_, _, < 0) => new Cell(SecretState.SetWith(daysLeft.Value), Tone.Bad),
        _ => new Cell(SecretState.SetWith(daysLeft.Value), daysLeft <= ExpiryWarning.DaysBefore ? Tone.Doubtful : Tone.Plain),
    };

    /// <summary>A certificate.</summary>
    /// <param name="daysLeft">Whole days until it ends, negative after it.</param>
    public static Cell OfCertificate(int daysLeft) =>
        daysLeft < 0 ? new Cell($"ended {Quantity.Of(-daysLeft, "day")} ago", Tone.Doubtful) : new Cell(Quantity.Of(daysLeft, "day"));
}
