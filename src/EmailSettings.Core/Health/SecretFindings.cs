using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Health;

/// <summary>Creates the findings about stored secrets.</summary>
internal static class SecretFindings
{
    /// <summary>
    /// Returns findings about undecryptable secrets, expiring client secrets, and secrets still protected by an earlier
    /// certificate.
    /// </summary>
    /// <param name="secrets">The stored secrets.</param>
    /// <param name="chosen">The thumbprint of the chosen certificate; null if none is chosen.</param>
    /// <param name="daysBefore">How many days before expiry of a client secret to warn.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<StoredSecretInfo> secrets, string? chosen, int daysBefore)
    {
        foreach (var secret in secrets.Where(secret => secret.IsSet))
        {
            if (secret.Problem is not null)
                yield return SettingsFindings.NotOpened(secret.Problem, secret.Purpose, secret.Purpose, secret.Problem);
            if (secret is { DaysLeft: < 0 })
                yield return SettingsFindings.SecretClientSecretExpired.At(secret.Purpose, secret.Purpose, detail: Day(secret));
            else if (secret is { DaysLeft: { } days } && days <= daysBefore)
                yield return SettingsFindings.SecretClientSecretExpiresSoon.At(secret.Purpose, secret.Purpose, days.ToString(CultureInfo.InvariantCulture), Day(secret));
        }
        foreach (var warning in OnEarlierCertificates(secrets, chosen)) yield return warning;
    }

    /// <summary>Returns a warning for each earlier certificate that stored secrets still need.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<Finding> OnEarlierCertificates(IReadOnlyList<StoredSecretInfo> secrets, string? chosen) =>
        secrets.Where(secret => secret is { IsSet: true, Decrypts: true, Thumbprint: not null } && secret.Thumbprint != chosen)
            .GroupBy(secret => secret.Thumbprint, secret => secret.Purpose, StringComparer.Ordinal)
            .Select(group => SecretErrors.SecretsOnEarlierCertificate.At("certificate", group.Key,
                group.Count().ToString(CultureInfo.InvariantCulture), StoredSecrets.Shown([.. group.Order(StringComparer.Ordinal)])));

    private static string Day(StoredSecretInfo secret) => Iso8601.Day(secret.Expires!.Value);
}
