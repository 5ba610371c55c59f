using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Presentation;

/// <summary>Describes secrets and certificates by the days until they expire.</summary>
public static class Validity
{
    /// <summary>Describes a stored secret: whether it is set, can be decrypted, and when it expires.</summary>
    /// <param name="isSet"><see cref="StoredSecretInfo.IsSet"/>.</param>
    /// <param name="decrypts"><see cref="StoredSecretInfo.Decrypts"/>.</param>
    /// <param name="problem"><see cref="StoredSecretInfo.Problem"/>.</param>
    /// <param name="daysLeft"><see cref="StoredSecretInfo.DaysLeft"/>.</param>
    public static Cell OfSecret(bool isSet, bool? decrypts, string? problem, int? daysLeft) => (isSet, decrypts, daysLeft) switch
    {
        (false, _, _) => new Cell("not set", Tone.Doubtful),
        (_, false, _) => new Cell($"cannot be decrypted: {problem}", Tone.Bad),
        (_, _, null) => new Cell("set"),
        (_, _, < 0) => new Cell(SecretState.SetWith(daysLeft.Value), Tone.Bad),
        _ => new Cell(SecretState.SetWith(daysLeft.Value), daysLeft <= ExpiryWarning.DaysBefore ? Tone.Doubtful : Tone.Plain),
    };

    /// <summary>Describes a certificate.</summary>
    /// <param name="daysLeft">Whole days until it expires; negative if it has expired.</param>
    public static Cell OfCertificate(int daysLeft) =>
        daysLeft < 0 ? new Cell($"expired {Quantity.Of(-daysLeft, "day")} ago", Tone.Doubtful) : new Cell(Quantity.Of(daysLeft, "day"));
}
