using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Presentation;

/// <summary>Describes secrets and certificates by the days until they expire.</summary>
public static class Validity
{
    // Enough digits to tell a system's certificates apart.
    private const int ThumbprintStart = 8;

    /// <summary>Describes a stored secret: whether it is set, can be decrypted, and when it expires.</summary>
    /// <param name="isSet"><see cref="StoredSecretInfo.IsSet"/>.</param>
    /// <param name="decrypts"><see cref="StoredSecretInfo.Decrypts"/>.</param>
    /// <param name="problem"><see cref="StoredSecretInfo.Problem"/>.</param>
    /// <param name="daysLeft"><see cref="StoredSecretInfo.DaysLeft"/>.</param>
    public static Cell OfSecret(bool isSet, bool? decrypts, string? problem, int? daysLeft) => (isSet, decrypts, problem, daysLeft) switch
    {
        (false, _, null, _) => new Cell("not set"),
        (false, _, _, _) => new Cell($"not stored, enter it again if it is in use: {problem}", Tone.Doubtful),
        (_, false, _, _) => new Cell($"cannot be decrypted: {problem}", Tone.Bad),
        (_, _, not null, _) => new Cell($"set, but not used: {problem}", Tone.Doubtful),
        (_, _, _, null) => new Cell("set"),
        (_, _, _, < 0) => new Cell(SecretState.SetWith(daysLeft.Value), Tone.Bad),
        _ => new Cell(SecretState.SetWith(daysLeft.Value), daysLeft <= ExpiryWarning.DaysBefore ? Tone.Doubtful : Tone.Plain),
    };

    /// <summary>Describes the certificate that protects a secret: the beginning of its thumbprint, and when it expires.</summary>
    /// <param name="thumbprint">The thumbprint, upper-case hex; null if there is none.</param>
    /// <param name="daysLeft">Whole days until it expires, negative if it has expired; null if it is missing.</param>
    public static Cell OfSecretCertificate(string? thumbprint, int? daysLeft)
    {
        if (string.IsNullOrEmpty(thumbprint)) return Cell.Of(null);
        var start = thumbprint.Length > ThumbprintStart ? $"{thumbprint[..ThumbprintStart]}…" : thumbprint;
        if (daysLeft is not { } days) return new Cell(start);
        var validity = OfCertificate(days);
        return validity with { Text = $"{start}, {validity.Text}{(days < 0 ? "" : " left")}" };
    }

    /// <summary>Describes a certificate.</summary>
    /// <param name="daysLeft">Whole days until it expires; negative if it has expired.</param>
    public static Cell OfCertificate(int daysLeft) =>
        daysLeft < 0 ? new Cell($"expired {Quantity.Of(-daysLeft, "day")} ago", Tone.Doubtful) : new Cell(Quantity.Of(daysLeft, "day"));
}
