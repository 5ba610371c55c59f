using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>The settings after a past change.</summary>
/// <param name="State">Settings, chosen certificate, and the secrets that are unchanged since then. Servers have their current
/// ids; servers removed since have new ones.</param>
/// <param name="LostSecrets">Secrets that were set then but have been changed or removed since.</param>
internal sealed record PastState(StoredState State, IReadOnlySet<SecretKey> LostSecrets)
{
    /// <summary>Returns the current state.</summary>
    public static PastState Now(StoredState state) => new(state, new HashSet<SecretKey>());

    /// <summary>Returns whether a secret was set.</summary>
    public bool HasSecret(SecretKey key) => State.Secrets.ContainsKey(key) || LostSecrets.Contains(key);
}
