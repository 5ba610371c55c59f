using System.Globalization;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Writes the parts of a commit inside one transaction.</summary>
/// <param name="statements">The statements of the open store.</param>
internal sealed class SqliteWriting(SqliteStatements statements)
{
    public void Write(StoreWrite write)
    {
        switch (write)
        {
            case StoreWrite.PutBasic(var block):
                Put("basic", block.AttachmentEncodings.ToString(), block.BodyCharset, block.SentEncoding.Name, block.MaxIncomingSizeKB);
                break;
            case StoreWrite.PutAttachments(var block):
                Put("attachments", block.SaveToFolder, block.Folder, block.MinimumFileSizeBytes, block.SaveAsMime, block.FirstSaved);
                break;
            case StoreWrite.PutErrorTexts(var block):
                Put("error_texts", block.TooLarge, block.NoBody);
                break;
            case StoreWrite.PutOutgoing(var block):
                Put("outgoing_server", block.Enabled, block.Host, block.Port, block.UseSsl, block.Authentication.ToString(), block.ServerUser,
                    block.Address?.OriginalString, Id(block.ClientId), Date(block.SecretExpires),
                    block.MaxEmailSizeMB, block.MaxRecipients, block.MaxAttachmentSizeMB);
                break;
            case StoreWrite.PutServer(var server):
                PutServer(server);
                break;
            case StoreWrite.RemoveServer(var id):
                Execute("DELETE FROM incoming_server WHERE id = $0", Id(id));
                break;
            case StoreWrite.PutSecret(var secret):
                Execute("REPLACE INTO secret VALUES ($0, $1, $2, $3)", secret.Key.ToString(), secret.ProtectedText, secret.Thumbprint, Time(secret.Since));
                break;
            case StoreWrite.RemoveSecret(var key):
                Execute("DELETE FROM secret WHERE key = $0", key.ToString());
                break;
            case StoreWrite.PutRestart(var mark):
                Execute("DELETE FROM restart");
                if (mark is not null) Put("restart", mark.Component, string.Join(',', mark.Fields), Time(mark.Since));
                break;
            case StoreWrite.PutCertificate(var certificate):
                Put("certificate", certificate.Thumbprint);
                Execute("REPLACE INTO certificate_place VALUES ($0, $1, $2, $3, $4, $5)", certificate.Thumbprint, Environment.MachineName, certificate.Subject,
                    certificate.Location.Store is null ? null : certificate.Location.ToString(), certificate.Location.File, certificate.Location.KeyFile);
                break;
            default:
                throw new ArgumentException($"'{write.GetType().Name}' cannot be written.", nameof(write));
        }
    }

    /// <summary>Moves the store from one revision to another and appends the history row.</summary>
    /// <returns>False, and nothing is written, if the store is not at the first one.</returns>
    public bool TryAdvance(long from, long to, ChangeRecord record)
    {
        if (Execute("UPDATE state SET revision = $0 WHERE revision = $1", to, from) == 0) return false;
        Execute("INSERT INTO history VALUES ($0, $1, $2, $3, $4)",
            to, Time(record.Time), record.Account, record.Front, HistoryJson.Write(record.Changes));
        return true;
    }

    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, params IReadOnlyList<object?> values) => statements.Get(sql, values).ExecuteNonQuery();

    private void PutServer(IncomingMailServer server) => Execute("""
        INSERT INTO incoming_server VALUES ($0, $1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET name = $1, name_key = $2, address = $3, authentication = $4, client_id = $5, secret_expires = $6
        """, Id(server.Id), server.Name, ServerName.Key(server.Name), server.Address?.OriginalString,
        server.Authentication.ToString(), Id(server.ClientId), Date(server.SecretExpires));

    /// <summary>Replaces the one row of a table.</summary>
    private void Put(string table, params IReadOnlyList<object?> values)
    {
        var places = string.Join(", ", Enumerable.Range(0, values.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i}")));
        Execute($"REPLACE INTO {table} VALUES (1, {places})", values);
    }

    private static string? Id(Guid? id) => id?.ToString("D");

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
