using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>
/// Lists every purpose that can have a secret with the current settings, and every stored secret, the soonest expiry of client
/// secret or certificate first.
/// </summary>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="clock">The clock.</param>
internal sealed class StoredSecretList(CertificateFinder finder, AccessGuard guard, TimeProvider clock)
{
    /// <summary>Returns the list for a snapshot of the store.</summary>
    /// <param name="state">Settings, secrets and certificates.</param>
    /// <param name="toReEnter">Whether to list only secrets that must be re-entered.</param>
    public IReadOnlyList<StoredSecretInfo> Of(StoredState state, bool toReEnter = false)
    {
        using var vault = new CertificateVault(state, finder, guard, clock);
        var stored = new StoredSecrets(state);
        return [.. Keys(state).Select(key => Describe(state, stored, vault, key)).Where(info => !toReEnter || info.MustBeReentered)
            .OrderBy(info => info.EarliestExpiry).ThenBy(info => info.Purpose, StringComparer.Ordinal)];
    }

    private static IEnumerable<SecretKey> Keys(StoredState state)
    {
        var wanted = new List<SecretKey> { SecretKey.SmsPassword };
        if (state.OutgoingServer.Authentication == OutgoingAuthentication.Basic) wanted.Add(SecretKey.OutgoingPassword);
        if (state.OutgoingServer.Authentication == OutgoingAuthentication.OAuthService) wanted.Add(SecretKey.OutgoingSecret);
        wanted.AddRange(state.IncomingServers
            .Where(server => server.Authentication == IncomingAuthentication.OAuthService)
            .Select(server => SecretKey.Incoming(server.Id)));
        return wanted.Union(state.Secrets.Keys);
    }

    private StoredSecretInfo Describe(StoredState state, StoredSecrets stored, CertificateVault vault, SecretKey key)
    {
        var purpose = stored.PurposeOf(key);
        var expires = stored.ExpiresOf(key);
        var daysLeft = expires?.DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var name = purpose?.ToString() ?? key.ToString();
        if (!state.Secrets.TryGetValue(key, out var secret))
        {
            var isLost = key == SecretKey.SmsPassword && state.Certificate is { } chosen && !vault.IsAvailable(chosen);
            return new StoredSecretInfo(name, false, null, null, null, expires, daysLeft) { Problem = isLost ? SecretErrors.CertificateMissing.Id : null };
        }

        var problem = Problem(vault, secret, purpose);
        var opens = problem is null || problem == SecretErrors.SecretWithoutTarget.Id;
        // If it can be decrypted without its own certificate, the chosen one is a renewal.
        var certificate = (vault.FindFor(secret) ?? (opens ? vault.OpenChosen(state.Certificate) : null))?.Info;
        return new StoredSecretInfo(name, true, secret.Thumbprint, opens, secret.Since, expires, daysLeft)
        {
            CertificateExpires = certificate?.NotAfter,
            CertificateDaysLeft = certificate?.DaysLeft(clock),
            Problem = problem,
        };
    }

    private static string? Problem(CertificateVault vault, StoredSecret secret, SecretPurpose? purpose)
    {
        if (purpose is null) return SecretErrors.SecretNotFound.Id;
        try
        {
            // Only whether it can be decrypted is revealed.
            vault.Unprotect(secret, purpose, OperationTable.ViewingSecret(secret.Key.Kind)).Dispose();
            return null;
        }
        catch (EmailSettingsException e)
        {
            return e.Code.Id;
        }
    }
}
