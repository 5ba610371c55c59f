using EmailSettings.Core.Errors;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Protects and opens texts, and tells what is stored. Storing and removing are changes of <see cref="SettingsOperations"/>.</summary>
public sealed class SecretOperations
{
    private const StoreParts Parts = StoreParts.Certificate | StoreParts.Secrets | StoreParts.Incoming | StoreParts.Outgoing;

    private readonly ISettingsStore _store;
    private readonly CertificateFinder _finder;
    private readonly TimeProvider _clock;

    internal SecretOperations(ISettingsStore store, CertificateFinder finder, TimeProvider clock)
    {
        _store = store;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>Every purpose that can hold a secret under the settings in force, and every stored secret; soonest end first.</summary>
    public IReadOnlyList<StoredSecretInfo> List()
    {
        var state = _store.Read(Parts);
        using var vault = new CertificateVault(state, _finder, _clock);
        return [.. Keys(state).Select(key => Describe(state, vault, key))
            .OrderBy(info => info.DaysLeft ?? int.MaxValue).ThenBy(info => info.Purpose, StringComparer.Ordinal)];
    }

    /// <summary>A session that protects and opens many texts with certificates opened once. The caller disposes it.</summary>
    public SecretSession Open() => new(_store.Read(Parts), _finder, _clock);

    private static IEnumerable<SecretKey> Keys(StoredState state)
    {
        var wanted = new List<SecretKey> { SecretKey.SmsPassword };
        if (state.OutgoingServer.Authentication == Settings.OutgoingAuthentication.Basic) wanted.Add(SecretKey.OutgoingPassword);
        if (state.OutgoingServer.Authentication == Settings.OutgoingAuthentication.OAuthService) wanted.Add(SecretKey.OutgoingSecret);
        wanted.AddRange(state.IncomingServers
            .Where(server => server.Authentication == Settings.IncomingAuthentication.OAuthService)
            .Select(server => SecretKey.Incoming(server.Id)));
        return wanted.Union(state.Secrets.Keys);
    }

    private StoredSecretInfo Describe(StoredState state, CertificateVault vault, SecretKey key)
    {
        var purpose = StoredSecrets.PurposeOf(state, key);
        var expires = StoredSecrets.ExpiresOf(state, key);
        var daysLeft = expires?.DayNumber - DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).DayNumber;
        var name = purpose?.ToString() ?? key.ToString();
        if (!state.Secrets.TryGetValue(key, out var secret)) return new StoredSecretInfo(name, false, null, null, null, expires, daysLeft);

        string? problem = null;
        try
        {
            if (purpose is not null) vault.Unprotect(secret, purpose).Dispose();
        }
        catch (EmailSettingsException e)
        {
            problem = e.Code.Id;
        }
        return new StoredSecretInfo(name, true, secret.Thumbprint, purpose is not null && problem is null, secret.Since, expires, daysLeft) { Problem = problem };
    }
}
