using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Health;

/// <summary>One stored secret in a <see cref="CertificateReport"/>; texts, numbers and dates alone, never the secret.</summary>
/// <param name="Purpose">Purpose as people type it.</param>
/// <param name="Thumbprint">Certificate it is protected with, upper-case hex; null where an import did not tell.</param>
/// <param name="Depends">It is protected with the chosen certificate.</param>
/// <param name="Decrypts">It opens here, as this account.</param>
/// <param name="Problem">Why it does not, as an error id; null where it does.</param>
/// <param name="Expires">Day on which a client secret ends, UTC; null where unknown.</param>
/// <param name="DaysLeft">Whole days until then, negative when past.</param>
public sealed record SecretHealth(string Purpose, string? Thumbprint, bool Depends, bool Decrypts, string? Problem, DateTime? Expires, int? DaysLeft)
{
    internal static SecretHealth From(StoredSecretInfo secret, string? chosen) => new(
        secret.Purpose, secret.Thumbprint, secret.Thumbprint is not null && secret.Thumbprint == chosen, secret.Decrypts == true, secret.Problem,
        secret.Expires?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), secret.DaysLeft);
}
