using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Vault;

/// <summary>Information about a stored secret, without its text.</summary>
/// <param name="Purpose">The purpose in its notation.</param>
/// <param name="IsSet">Whether a secret is stored.</param>
/// <param name="Thumbprint">The certificate that protects it, upper-case hex.</param>
/// <param name="Decrypts">Whether it can be decrypted on this system; null if nothing is stored.</param>
/// <param name="Since">When it was entered, UTC.</param>
/// <param name="Expires">When it expires at the identity provider; null if unknown.</param>
/// <param name="DaysLeft">Whole days until then, negative when expired.</param>
public sealed record StoredSecretInfo(
    string Purpose, bool IsSet, string? Thumbprint, bool? Decrypts, DateTimeOffset? Since, DateOnly? Expires, int? DaysLeft)
{
    /// <summary>When its certificate expires, UTC; null if the certificate is missing.</summary>
    public DateTimeOffset? CertificateExpires { get; init; }

    /// <summary>Whole days until its certificate expires, negative when expired.</summary>
    public int? CertificateDaysLeft { get; init; }

    /// <summary>
    /// Why it cannot be decrypted or sent, as an error id; null if nothing is wrong. The SMS Server's password, which shares the
    /// certificate, also has one if it is not stored but the chosen certificate is missing.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Whether it cannot be decrypted and must be re-entered. With <see cref="SecretErrors.SecretWithoutTarget"/> it can be
    /// decrypted.
    /// </summary>
    public bool MustBeReentered => Problem is not null && Problem != SecretErrors.SecretWithoutTarget.Id;

    /// <summary>The earlier of the two expiries, for sorting; the maximum if neither is known.</summary>
    internal int EarliestExpiry => Math.Min(DaysLeft ?? int.MaxValue, CertificateDaysLeft ?? int.MaxValue);
}
