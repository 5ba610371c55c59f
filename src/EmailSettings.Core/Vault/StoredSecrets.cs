using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>What a state says about its stored secrets. Safe for use by several threads.</summary>
/// <param name="state">A reading with outgoing and incoming servers and secrets.</param>
internal sealed class StoredSecrets(StoredState state)
{
    // Asked for every secret: with a list the work would grow with the square of the servers.
    private readonly Lazy<Dictionary<Guid, IncomingMailServer>> _servers = new(() => state.IncomingServers.ToDictionary(server => server.Id));

    /// <summary>
    /// The purpose of a stored secret as it stands in its payload: that of a server bound to where the server's values lead it.
    /// Null for the secret of a server that is gone.
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

    /// <summary>The key of a purpose that people type; null for an unknown server and for texts.</summary>
    public SecretKey? KeyOf(SecretPurpose purpose) => purpose.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretKey.OutgoingPassword,
        SecretPurposeKind.OutgoingSecret => SecretKey.OutgoingSecret,
        SecretPurposeKind.SmsPassword => SecretKey.SmsPassword,
        SecretPurposeKind.IncomingSecret => ServerName.TryFind(state.IncomingServers, purpose.ServerName!) is { Id: var id } ? SecretKey.Incoming(id) : null,
        _ => null,
    };

    /// <summary>The path of a stored secret in changes and history.</summary>
    public string PathOf(SecretKey key) => SecretPath.Of(key, id => SettingBlocks.PathOfServer(ServerOf(key)?.Name ?? id.ToString()));

    /// <summary>When a stored secret ends at the identity provider.</summary>
    public DateOnly? ExpiresOf(SecretKey key) => key.Kind switch
    {
        SecretPurposeKind.OutgoingSecret => state.OutgoingServer.SecretExpires,
        SecretPurposeKind.IncomingSecret => ServerOf(key)?.SecretExpires,
        _ => null,
    };

    /// <summary>
    /// What must be entered again once a certificate is gone; the SMS Server's password always, since it shares the certificate.
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

    /// <summary>Purposes in one line: the first five, and how many more.</summary>
    public static string Shown(IReadOnlyList<string> purposes) =>
        purposes.Count <= 5 ? string.Join(", ", purposes) : $"{string.Join(", ", purposes.Take(5))} and {purposes.Count - 5} more";

    private IncomingMailServer? ServerOf(SecretKey key) => key.ServerId is { } id ? _servers.Value.GetValueOrDefault(id) : null;
}
