using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>Looks up information about the stored secrets of a state. Thread-safe.</summary>
/// <param name="state">A snapshot with outgoing and incoming servers and secrets.</param>
internal sealed class StoredSecrets(StoredState state)
{
    // Used for every secret: searching a list would make the work quadratic.
    private readonly Lazy<Dictionary<Guid, IncomingMailServer>> _servers = new(() => state.IncomingServers.ToDictionary(server => server.Id));

    /// <summary>
    /// Returns the purpose of a stored secret as in its payload, bound to the server's current target. Null if its server no
    /// longer exists.
    /// </summary>
    public SecretPurpose? PurposeOf(SecretKey key) => key.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretPurpose.OutgoingPassword.BoundTo(state.OutgoingServer),
        SecretPurposeKind.OutgoingSecret => SecretPurpose.OutgoingSecret.BoundTo(state.OutgoingServer),
        SecretPurposeKind.SmsPassword => SecretPurpose.SmsPassword,
        _ => ServerOf(key) is { Address: { } address, ClientId: { } client } server
            ? SecretPurpose.IncomingSecret(server.Name).BoundTo(address, client)
            : null,
    };

    /// <summary>Returns the key of a purpose; null for an unknown server and for texts.</summary>
    public SecretKey? KeyOf(SecretPurpose purpose) => purpose.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretKey.OutgoingPassword,
        SecretPurposeKind.OutgoingSecret => SecretKey.OutgoingSecret,
        SecretPurposeKind.SmsPassword => SecretKey.SmsPassword,
        SecretPurposeKind.IncomingSecret => ServerName.TryFind(state.IncomingServers, purpose.ServerName!) is { Id: var id } ? SecretKey.Incoming(id) : null,
        _ => null,
    };

    /// <summary>Returns the path of a stored secret in changes and history.</summary>
    public string PathOf(SecretKey key) => SecretPath.Of(key, id => SettingBlocks.PathOfServer(ServerOf(key)?.Name ?? id.ToString()));

    /// <summary>Returns when a stored secret expires at the identity provider.</summary>
    public DateOnly? ExpiresOf(SecretKey key) => key.Kind switch
    {
        SecretPurposeKind.OutgoingSecret => state.OutgoingServer.SecretExpires,
        SecretPurposeKind.IncomingSecret => ServerOf(key)?.SecretExpires,
        _ => null,
    };

    /// <summary>
    /// Returns what must be re-entered if a certificate is missing, always including the SMS Server's password, which shares the
    /// certificate.
    /// </summary>
    public IReadOnlyList<string> ToReEnter(string thumbprint)
    {
        var purposes = state.Secrets.Values
            .Where(secret => secret.Thumbprint == thumbprint)
            .Select(secret => PurposeOf(secret.Key)?.ToString())
            .OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (!state.Secrets.ContainsKey(SecretKey.SmsPassword)) purposes.Add($"{SecretPurpose.SmsPassword} (if the SMS Server has one)");
        return purposes;
    }

    /// <summary>Formats purposes in one line: the first five, and how many more.</summary>
    public static string Shown(IReadOnlyList<string> purposes) =>
        purposes.Count <= 5 ? string.Join(", ", purposes) : $"{string.Join(", ", purposes.Take(5))} and {purposes.Count - 5} more";

    private IncomingMailServer? ServerOf(SecretKey key) => key.ServerId is { } id ? _servers.Value.GetValueOrDefault(id) : null;
}
