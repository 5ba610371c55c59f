using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Health;

/// <summary>A stored secret in a <see cref="CertificateReport"/>; only strings, numbers and dates, never the secret.</summary>
/// <param name="Purpose">The purpose in its notation.</param>
/// <param name="Thumbprint">The certificate that protects it, upper-case hex; null if unknown after an import.</param>
/// <param name="Depends">Whether it is protected with the chosen certificate.</param>
/// <param name="Decrypts">Whether it can be decrypted on this system as this account.</param>
/// <param name="Problem">Why it cannot be decrypted, as an error id; null if it can.</param>
/// <param name="Expires">When a client secret expires, UTC; null if unknown.</param>
/// <param name="DaysLeft">Whole days until then, negative when expired.</param>
public sealed record SecretHealth(string Purpose, string? Thumbprint, bool Depends, bool Decrypts, string? Problem, DateTime? Expires, int? DaysLeft)
{
    internal static SecretHealth From(StoredSecretInfo secret, string? chosen) => new(
        secret.Purpose, secret.Thumbprint, secret.Thumbprint is not null && secret.Thumbprint == chosen, secret.Decrypts == true, secret.Problem,
        secret.Expires?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), secret.DaysLeft);
}
