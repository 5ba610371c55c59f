using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Vault;

/// <summary>What can be said of a stored secret: never the text.</summary>
/// <param name="Purpose">Purpose as people type it.</param>
/// <param name="IsSet">A secret is stored.</param>
/// <param name="Thumbprint">Certificate it is protected with, upper-case hex.</param>
/// <param name="Decrypts">It opens here with the certificate it names; null where nothing is stored.</param>
/// <param name="Since">When it was entered, UTC.</param>
/// <param name="Expires">When it ends at the identity provider; null where unknown.</param>
/// <param name="DaysLeft">Whole days until then, negative when past.</param>
public sealed record StoredSecretInfo(
    string Purpose, bool IsSet, string? Thumbprint, bool? Decrypts, DateTimeOffset? Since, DateOnly? Expires, int? DaysLeft)
{
    /// <summary>When its certificate ends, UTC; null where the certificate is not here.</summary>
    public DateTimeOffset? CertificateExpires { get; init; }

    /// <summary>Whole days until its certificate ends, negative when past.</summary>
    public int? CertificateDaysLeft { get; init; }

    /// <summary>
    /// Why it does not open, or is sent nowhere, as an error id; null where nothing is wrong. The SMS Server's password, which
    /// shares the certificate, has one where the chosen certificate is gone even if it is not stored here.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>
    /// It does not open: it must be entered again. One that is only <see cref="SecretErrors.SecretWithoutTarget"/> opens.
    /// </summary>
    public bool MustBeReentered => Problem is not null && Problem != SecretErrors.SecretWithoutTarget.Id;

    /// <summary>The nearer of the two ends, for sorting; the last where nothing ends.</summary>
    internal int SoonestEnd => Math.Min(DaysLeft ?? int.MaxValue, CertificateDaysLeft ?? int.MaxValue);
}
