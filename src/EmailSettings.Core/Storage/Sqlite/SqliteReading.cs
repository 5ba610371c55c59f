using System.Globalization;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Reads parts of a store inside one transaction.</summary>
/// <param name="statements">The statements of the open store.</param>
internal sealed class SqliteReading(SqliteStatements statements)
{
    private readonly Dictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    public StoredState Read(StoreParts parts)
    {
        var state = new StoredState { Revision = ReadRevision() };
        if (parts.HasFlag(StoreParts.Basic)) state = state with { Basic = ReadBasic() };
        if (parts.HasFlag(StoreParts.Attachments)) state = ReadAttachments(state);
        if (parts.HasFlag(StoreParts.ErrorTexts)) state = state with { ErrorTexts = ReadErrorTexts() };
        if (parts.HasFlag(StoreParts.Outgoing)) state = state with { OutgoingServer = ReadOutgoing() };
        if (parts.HasFlag(StoreParts.Incoming)) state = state with { IncomingServers = ReadIncoming() };
        if (parts.HasFlag(StoreParts.Sms)) state = state with { SmsServer = new SmsServer { PasswordState = ReadPasswordState(SecretKey.SmsPassword) } };
        if (parts.HasFlag(StoreParts.Certificate)) state = ReadCertificate(state);
        if (parts.HasFlag(StoreParts.Secrets)) state = state with { Secrets = ReadSecrets() };
        return state;
    }

    public long ReadRevision() => One("SELECT revision FROM state", row => row.GetInt64(0), 0L);

    public IReadOnlyList<ChangeRecord> ReadHistory(int? last) => All(
        "SELECT revision, time, account, front, changes FROM history ORDER BY revision DESC LIMIT $0",
        row => new ChangeRecord(row.GetInt64(0), Time(row.GetString(1)), row.GetString(2), row.GetString(3), HistoryJson.Read(row.GetString(4))), last ?? -1);

    private BasicSettings ReadBasic() => One("SELECT attachment_encodings, body_charset, sent_encoding, max_incoming_size_kb FROM basic", row => new BasicSettings
    {
        AttachmentEncodings = Typed<AttachmentEncodingMap>(SettingBlocks.Basic, nameof(BasicSettings.AttachmentEncodings), row.GetString(0)),
        BodyCharset = row.GetString(1),
        SentEncoding = Typed<TransferEncoding>(SettingBlocks.Basic, nameof(BasicSettings.SentEncoding), row.GetString(2)),
        MaxIncomingSizeKB = row.GetInt32(3),
    }, BasicSettings.Default);

    private StoredState ReadAttachments(StoredState state)
    {
        var mark = One<RestartMark?>("SELECT component, fields, since FROM restart",
            row => new RestartMark(row.GetString(0), row.GetString(1).Split(','), Time(row.GetString(2))), null);
        var block = One("SELECT save_to_folder, folder, minimum_file_size_bytes, save_as_mime, first_saved FROM attachments", row => new AttachmentSettings
        {
            SaveToFolder = row.GetBoolean(0),
            Folder = Text(row, 1),
            MinimumFileSizeBytes = row.GetInt64(2),
            SaveAsMime = row.GetBoolean(3),
            FirstSaved = row.GetBoolean(4),
        }, AttachmentSettings.Default);
        return state with { Attachments = block with { RestartRequired = mark is not null }, Restart = mark };
    }

    private ErrorTexts ReadErrorTexts() => One("SELECT too_large, no_body FROM error_texts",
        row => new ErrorTexts { TooLarge = row.GetString(0), NoBody = row.GetString(1) }, ErrorTexts.Default);

    private OutgoingMailServer ReadOutgoing()
    {
        var server = One("""
            SELECT enabled, host, port, use_ssl, authentication, server_user, address, client_id, secret_expires,
                max_email_size_mb, max_recipients, max_attachment_size_mb FROM outgoing_server
            """, row => new OutgoingMailServer
        {
            Enabled = row.GetBoolean(0),
            Host = Text(row, 1),
            Port = row.GetInt32(2),
            UseSsl = row.GetBoolean(3),
            Authentication = Typed<OutgoingAuthentication>(SettingBlocks.Outgoing, nameof(OutgoingMailServer.Authentication), row.GetString(4)),
            ServerUser = Text(row, 5),
            Address = Address(row, 6),
            ClientId = Id(row, 7),
            SecretExpires = Date(row, 8),
            MaxEmailSizeMB = Number(row, 9),
            MaxRecipients = Number(row, 10),
            MaxAttachmentSizeMB = Number(row, 11),
        }, OutgoingMailServer.Default);
        var secret = ReadPasswordState(SecretKey.OutgoingSecret);
        return server with
        {
            PasswordState = ReadPasswordState(SecretKey.OutgoingPassword),
            SecretState = new SecretState(secret.IsSet, secret.Thumbprint, secret.Since, server.SecretExpires),
        };
    }

    private List<IncomingMailServer> ReadIncoming() => All("""
        SELECT s.id, s.name, s.address, s.authentication, s.client_id, s.secret_expires, p.thumbprint, p.since
        FROM incoming_server s LEFT JOIN secret p ON p.key = 'incoming.secret:' || s.id ORDER BY s.name_key
        """, row =>
    {
        var expires = Date(row, 5);
        return new IncomingMailServer
        {
            Id = Guid.ParseExact(row.GetString(0), "D"),
            Name = row.GetString(1),
            Address = Address(row, 2),
            Authentication = row.GetString(3) == nameof(IncomingAuthentication.OAuthService) ? IncomingAuthentication.OAuthService : IncomingAuthentication.OAuthUser,
            ClientId = Id(row, 4),
            SecretExpires = expires,
            SecretState = row.IsDBNull(7) ? SecretState.NotSet with { Expires = expires } : new SecretState(true, Text(row, 6), Time(row.GetString(7)), expires),
        };
    });

    private PasswordState ReadPasswordState(SecretKey key) => One("SELECT thumbprint, since FROM secret WHERE key = $0",
        row => new PasswordState(true, Text(row, 0), Time(row.GetString(1))), PasswordState.NotSet, key.ToString());

    private StoredState ReadCertificate(StoredState state)
    {
        var known = All("SELECT thumbprint, subject, store, file, key_file FROM certificate_place WHERE host = $0", row =>
            new CertificateReference(row.GetString(0), row.GetString(1), Place(Text(row, 2), Text(row, 3), Text(row, 4))), Environment.MachineName);
        var subjects = All("SELECT thumbprint, subject FROM certificate_place", row => (Thumbprint: row.GetString(0), Subject: row.GetString(1)));
        var chosen = One<string?>("SELECT thumbprint FROM certificate", row => row.GetString(0), null);
        return state with
        {
            KnownCertificates = known,
            Certificate = chosen is null ? null : known.FirstOrDefault(place => place.Thumbprint == chosen)
                ?? new CertificateReference(chosen, subjects.FirstOrDefault(place => place.Thumbprint == chosen).Subject ?? "", CertificateLocation.CurrentUser),
        };
    }

    private Dictionary<SecretKey, StoredSecret> ReadSecrets() => All("SELECT key, protected_text, thumbprint, since FROM secret", row =>
            SecretKey.TryParse(row.GetString(0), out var key) ? new StoredSecret(key.Value, row.GetString(1), Text(row, 2), Time(row.GetString(3))) : null)
        .OfType<StoredSecret>().ToDictionary(secret => secret.Key);

    private static CertificateLocation Place(string? store, string? file, string? keyFile) =>
        file is not null ? CertificateLocation.InFile(file, keyFile)
        : store == CertificateLocation.LocalMachine.ToString() ? CertificateLocation.LocalMachine
        : CertificateLocation.CurrentUser;

    private T One<T>(string sql, Func<SqliteDataReader, T> read, T none, object? key = null)
    {
        using var rows = Command(sql, key).ExecuteReader();
        return rows.Read() ? read(rows) : none;
    }

    private List<T> All<T>(string sql, Func<SqliteDataReader, T> read, object? key = null)
    {
        using var rows = Command(sql, key).ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    private SqliteCommand Command(string sql, object? key) =>
        key is null ? statements.Get(sql) : statements.Get(sql, key);

    private static T Typed<T>(SettingBlock block, string field, string text) =>
        (T)(block.Find(field)!.Type.Read(new FieldReading(field, text, true, [])) ?? throw new FormatException($"{field} is '{DisplayText.Shorten(text, 40)}'"));

    // Many servers share one tenant, and a Uri is dear to parse.
    private Uri? Address(SqliteDataReader row, int column)
    {
        if (Text(row, column) is not { } text) return null;
        if (!_addresses.TryGetValue(text, out var address)) _addresses[text] = address = new Uri(text);
        return address;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static Guid? Id(SqliteDataReader row, int column) => Text(row, column) is { } text ? Guid.ParseExact(text, "D") : null;

    private static DateOnly? Date(SqliteDataReader row, int column) =>
        Text(row, column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
