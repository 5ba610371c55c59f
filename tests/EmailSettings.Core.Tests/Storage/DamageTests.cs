using System.Globalization;
using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>What happens to a file by accident never reads as truth.</summary>
public sealed class DamageTests(ITestOutputHelper output) : IDisposable
{
    private const int Copies = 2000;

    private static readonly int[] WithSecret = [2, 4, 6];

    private readonly Desk _desk = new();

    [Fact]
    public void Of_two_thousand_copies_with_flipped_bytes_each_reads_right_or_is_damaged()
    {
        var content = MakeStore();
        var truth = Reading(_desk.File);
        var random = new Random(20261128);
        var damaged = 0;
        for (var copy = 0; copy < Copies; copy++)
        {
            var flipped = (byte[])content.Clone();
            for (var i = random.Next(1, 5); i > 0; i--) flipped[random.Next(flipped.Length)] ^= (byte)random.Next(1, 256);
            var file = _desk.Folder.Write("copy.db", flipped);
            try
            {
                Assert.Equal(truth, Reading(file));
                MustStayRight(file, truth);
            }
            catch (EmailSettingsException e)
            {
                Assert.True(e.Code == StoreErrors.StoreDamaged, $"copy {copy}: {e.Code.Id}");
                Assert.Equal(flipped, File.ReadAllBytes(file));
                damaged++;
            }
            foreach (var part in new[] { "", "-wal", "-shm" }) File.Delete(file + part);
        }
        output.WriteLine($"{damaged} of {Copies} copies of {content.Length} bytes were damaged, the others read right.");
        Assert.InRange(damaged, Copies / 4, Copies);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA user_version = 66")]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("DELETE FROM basic")]
    [InlineData("DELETE FROM secret WHERE key = 'outgoing.password'")]
    [InlineData("DELETE FROM secret_text WHERE key = 'outgoing.password'")]
    [InlineData("DELETE FROM incoming_server WHERE name = 'server 1'")]
    [InlineData("INSERT INTO incoming_server SELECT 'x', 'y', 'z', address, authentication, client_id, secret_expires, sum FROM incoming_server LIMIT 1")]
    [InlineData("UPDATE certificate_place SET file = '/elsewhere.pem'")]
    [InlineData("UPDATE state SET revision = revision + 1")]
    [InlineData("DROP TRIGGER history_keeps_rows; DELETE FROM history WHERE revision = 2")]
    [InlineData("DROP TABLE restart")]
    [InlineData("CREATE TABLE more (x)")]
    public void A_store_that_lacks_something_or_has_too_much_is_damaged_and_its_health_says_so(string sql)
    {
        MakeStore();
        using (var connection = new SqliteConnection($"Data Source={_desk.File};Pooling=False"))
        {
            connection.Open();
            SqliteConnections.Execute(connection, sql);
        }
        using var session = _desk.Open();

        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Single(session.Health.Check().Checks[0].Findings).Id);
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => Reading(_desk.File)).Code.Id);
    }

    public void Dispose() => _desk.Dispose();

    private static string Reading(string file)
    {
        using var store = new SqliteSettingsStore(file);
        var state = store.Read(StoreParts.All);
        var text = new StringBuilder().AppendLine(store.Describe() with { Location = "" } is var described ? described.ToString() : "")
            .AppendLine(Values(state)).AppendLine(state.Basic.ToString());
        foreach (var row in store.ReadHistory()) text.Append(row).AppendJoin(", ", row.Changes).AppendLine();
        return text.ToString();
    }

    private static string Values(StoredState state) => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"{state.Attachments} {state.Attachments.FirstSaved} {state.ErrorTexts} {state.OutgoingServer} {state.SmsServer} {state.Certificate}")
        .AppendLine(CultureInfo.InvariantCulture, $"{state.Restart?.Component} {state.Restart?.Since:O}").AppendJoin(',', state.Restart?.Fields ?? []).AppendLine()
        .AppendJoin('\n', state.IncomingServers).AppendLine().AppendJoin('\n', state.KnownCertificates).AppendLine()
        .AppendJoin('\n', state.Secrets.Values.OrderBy(secret => secret.Key.ToString(), StringComparer.Ordinal).Select(secret => $"{secret} {secret.Since:O} {secret.ProtectedText}"))
        .ToString();

    // A page that reading does without may be found damaged by writing, and what was written is there.
    private static void MustStayRight(string file, string truth)
    {
        using var store = new SqliteSettingsStore(file);
        var before = store.Read(StoreParts.All);
        try
        {
            store.Commit(new StoreCommit(before.Revision, [new StoreWrite.PutBasic(before.Basic with { MaxIncomingSizeKB = 77 })],
                new ChangeRecord(0, DateTimeOffset.UtcNow, "account", "test", [])));
            var after = store.Read(StoreParts.All);
            Assert.Equal((77, before.Revision + 1, Values(before)), (after.Basic.MaxIncomingSizeKB, after.Revision, Values(after)));
        }
        catch (EmailSettingsException e)
        {
            Assert.Equal(ErrorKind.Store, e.Code.Kind);
        }
        Assert.Contains(Values(before), truth, StringComparison.Ordinal);
    }

    private byte[] MakeStore()
    {
        _desk.UseCertificate();
        _desk.Apply([.. Enumerable.Range(1, 40).Select(i => Desk.NewServer($"server {i}", i % 2 == 0 ? "OAuthService" : "OAuthUser"))]);
        _desk.Apply([.. WithSecret.Select(i => new ChangeStep.SetSecret(SecretPurpose.IncomingSecret($"server {i}"), Desk.Secret($"secret {i}")))]);
        _desk.Apply(Desk.Outgoing(("host", "smtp.example.org"), ("authentication", "Basic"), ("serverUser", "mailer")), new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, Desk.Secret()));
        _desk.Apply(Desk.Attachments(("folder", "/a")), Desk.Texts(("noBody", "none")));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        _desk.Apply(Desk.Basic(("maxIncomingSizeKB", 5)), new ChangeStep.SetSecret(SecretPurpose.SmsPassword, Desk.Secret()));
        _desk.Session.Dispose();
        return File.ReadAllBytes(_desk.File);
    }
}
