using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>The settings as they were after a change.</summary>
/// <param name="State">
/// Settings, chosen certificate, and the secrets that are stored unchanged since then. Servers keep the identity they have today;
/// one that was removed since has another.
/// </param>
/// <param name="LostSecrets">Secrets that were set then and are another text now, or gone.</param>
internal sealed record PastState(StoredState State, IReadOnlySet<SecretKey> LostSecrets)
{
    /// <summary>The state of today.</summary>
    public static PastState Now(StoredState state) => new(state, new HashSet<SecretKey>());

    /// <summary>A secret was set.</summary>
    public bool HasSecret(SecretKey key) => State.Secrets.ContainsKey(key) || LostSecrets.Contains(key);
}
