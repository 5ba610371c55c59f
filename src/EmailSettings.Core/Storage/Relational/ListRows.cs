using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>Maps list items to rows and back: servers, secrets, certificates, rights, hosts and the history.</summary>
internal static class ListRows
{
    private const long SingleRowId = 1;

    public static object?[] Of(IncomingMailServer server) =>
    [
        RelationalRow.Of(server.Id), server.Name, ServerName.Key(server.Name), server.Address?.OriginalString,
        server.Authentication.ToString(), RelationalRow.Of(server.ClientId), RelationalRow.Of(server.SecretExpires),
    ];

    /// <summary>Reads a server.</summary>
    /// <param name="row">The row.</param>
    /// <param name="addressOf">Returns parsed addresses: many servers share one, and parsing is expensive.</param>
    /// <param name="stateOf">Returns the state of a server's secret, given the server's id and the secret's expiry date.</param>
    public static IncomingMailServer Server(RelationalRow row, Func<ReadOnlySpan<char>, Uri> addressOf, Func<Guid, DateOnly?, SecretState> stateOf)
    {
        var (id, expires) = (row.Id(0), row.DateOrNull(6));
        return new IncomingMailServer
        {
            Id = id,
            Name = row.Text(1),
            Address = row.IsNull(3) ? null : addressOf(row.Characters(3)),
            Authentication = row.Characters(4) switch
            {
                nameof(IncomingAuthentication.OAuthUser) => IncomingAuthentication.OAuthUser,
                nameof(IncomingAuthentication.OAuthService) => IncomingAuthentication.OAuthService,
                _ => throw new FormatException("incoming_server.authentication has an unknown value"),
            },
            ClientId = row.IdOrNull(5),
            SecretExpires = expires,
            SecretState = stateOf(id, expires),
        };
    }

    public static object?[] MetadataOf(StoredSecret secret) => [secret.Key.ToString(), secret.Thumbprint, RelationalRow.Of(secret.Since)];

    public static object?[] TextOf(StoredSecret secret) => [secret.Key.ToString(), secret.ProtectedText];

    public static object?[] Chosen(string thumbprint) => [SingleRowId, thumbprint];

    public static object?[] Of(CertificateReference certificate, string host) =>
    [
        certificate.Thumbprint, host, certificate.Subject,
        certificate.Location.Store is null ? null : certificate.Location.ToString(), certificate.Location.File, certificate.Location.KeyFile,
    ];

    public static CertificatePlace Place(RelationalRow row) => new(row.Text(1), new CertificateReference(row.Text(0), row.Text(2),
        row.TextOrNull(4) is { } file ? CertificateLocation.InFile(file, row.TextOrNull(5))
        : row.TextOrNull(3) == CertificateLocation.LocalMachine.ToString() ? CertificateLocation.LocalMachine
        : CertificateLocation.CurrentUser));

    public static object?[] Of(RightGrant grant) => [grant.PrincipalId, grant.Right, grant.Principal, RelationalRow.Of(grant.Since)];

    public static RightGrant Grant(RelationalRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Time(3));

    public static object?[] Of(BlockLock block) => [block.Block, RelationalRow.Of(block.Since)];

    public static BlockLock Lock(RelationalRow row) => new(row.Text(0), row.Time(1));

    public static object?[] Of(HostCertificate host) =>
        [host.Host, host.Thumbprint, RelationalRow.Of(host.KeyUsable), host.Account, RelationalRow.Of(host.Checked)];

    public static HostCertificate Host(RelationalRow row) => new(row.Text(0), row.Text(1), row.Flag(2), row.Text(3), row.Time(4));

    public static object?[] Of(ChangeRecord record, long number) =>
    [
        number, record.Revision, RelationalRow.Of(record.Time), record.Account, record.Host, record.Source, HistoryJson.Write(record.Changes), record.Refusal,
    ];

    public static ChangeRecord Change(RelationalRow row) => new(row.Number(1), row.Time(2), row.Text(3), row.Text(5), HistoryJson.Read(row.Text(6)))
    {
        Host = row.TextOrNull(4),
        Refusal = row.TextOrNull(7),
    };
}
