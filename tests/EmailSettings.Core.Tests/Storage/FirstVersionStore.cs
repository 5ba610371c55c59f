using System.Globalization;
using EmailSettings.Core.Files;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>A store of the first version, without checksums.</summary>
internal static class FirstVersionStore
{
    public const string Thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567";
    public const string ServerId = "0199b6d0-0000-7000-8000-000000000001";

    private const string Rows = $"""
        INSERT INTO state VALUES (1, 3);
        INSERT INTO basic VALUES (1, 'wav=base64;*=8bit', 'utf-8', 'quoted-printable', 5);
        INSERT INTO attachments VALUES (1, 1, '/data/mail', 9000, 0, 1);
        INSERT INTO error_texts VALUES (1, 'too large', 'Kein Text für Sie');
        INSERT INTO outgoing_server VALUES (1, 1, 'smtp.example.org', 587, 1, 'Basic', 'mailer', NULL, NULL, NULL, 20, NULL, 5);
        INSERT INTO incoming_server VALUES ('{ServerId}', 'Contoso', 'contoso', 'https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718', 'OAuthService', '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809', '2027-03-31');
        INSERT INTO secret VALUES ('incoming.secret:{ServerId}', '-----BEGIN CMS-----', '{Thumbprint}', '2026-01-02T03:04:05.0000000+00:00');
        INSERT INTO secret VALUES ('outgoing.password', '-----BEGIN CMS-----', NULL, '2026-01-02T03:04:05.0000000+00:00');
        INSERT INTO restart VALUES (1, 'Agent Server', 'saveToFolder,folder', '2026-01-02T03:04:05.0000000+00:00');
        INSERT INTO certificate VALUES (1, '{Thumbprint}');
        INSERT INTO certificate_place VALUES ('{Thumbprint}', 'some host', 'CN=mail', 'LocalMachine\My', NULL, NULL);
        INSERT INTO history VALUES (1, '2026-01-02T03:04:05.0000000+00:00', 'HOST\anna', 'cli', '[]');
        INSERT INTO history VALUES (3, '2026-01-03T03:04:05.0000000+00:00', 'HOST\anna', 'powershell', '[]');
        """;

    public static void Make(string file, string more = "")
    {
        OwnerOnlyFile.CreateNew(file).Dispose();
        using var connection = OtherProgram.Open(file);
        connection.Execute("PRAGMA journal_mode = WAL");
        foreach (var sql in SqliteSchema.Versions[0].Statements) connection.Execute(sql);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"{Rows} {more}; PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 1"));
    }
}
