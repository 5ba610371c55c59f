using System.Globalization;
using System.Text;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Accidental damage to a file is never read as truth.</summary>
public sealed class DamageTests(ITestOutputHelper output) : IDisposable
{
    private const string Thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567";

    private static readonly int[] WithSecret = [2, 4, 6];
    private static readonly DateTimeOffset Time = new(2026, 11, 28, 1, 2, 3, TimeSpan.Zero);

    private readonly SessionFixture _fixture = new();

    [Theory]
    [InlineData(300)]
    [InlineData(2000, Traits = ["Length", "Long"])]
    public void Each_copy_with_flipped_bytes_is_read_correctly_or_reported_as_damaged(int copies)
    {
        var content = MakeStore();
        var truth = Reading(_fixture.File);
        var random = new Random(20261128);
        var damaged = 0;
        for (var copy = 0; copy < copies; copy++)
        {
            var flipped = (byte[])content.Clone();
            for (var i = random.Next(1, 5); i > 0; i--) flipped[random.Next(flipped.Length)] ^= (byte)random.Next(1, 256);
            var file = _fixture.Folder.Write("copy.db", flipped);
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
        output.WriteLine($"{damaged} of {copies} copies of {content.Length} bytes were damaged, the others read right.");
        Assert.InRange(damaged, copies / 4, copies);
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
    public void A_store_with_something_missing_or_extra_is_damaged_and_its_health_says_so(string sql)
    {
        MakeStore();
        using (var connection = OtherProgram.Open(_fixture.File)) connection.Execute(sql);
        using var session = _fixture.Open();

        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Single(session.Health.Check().Checks[0].Findings).Id);
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => Reading(_fixture.File)).Code.Id);
    }

    public void Dispose() => _fixture.Dispose();

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

    // Damage to a page that is not read may be found by a write, after which the written data is there.
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
            Assert.Equal(FindingKind.Store, e.Code.Kind);
        }
        Assert.Contains(Values(before), truth, StringComparison.Ordinal);
    }

    // The same bytes each time, so that a failing copy fails again.
    private byte[] MakeStore()
    {
        using (var store = new SqliteSettingsStore(_fixture.File))
        {
            Commit(store, 0, [.. Enumerable.Range(1, 40).Select(i => new StoreWrite.PutServer(Server(i)))]);
            Commit(store, 1, [new StoreWrite.PutCertificate(new CertificateReference(Thumbprint, "CN=mail", CertificateLocation.InFile("/etc/mail/cert.pem", "/etc/mail/key.pem")))]);
            Commit(store, 2, [.. WithSecret.Select(i => Secret(SecretKey.Incoming(Server(i).Id), 30 * i)), Secret(SecretKey.OutgoingPassword, 30), Secret(SecretKey.SmsPassword, 70)]);
            Commit(store, 3, new StoreWrite.PutOutgoing(new OutgoingMailServer { Enabled = true, Host = "smtp.example.org", Port = 587, UseSsl = true, ServerUser = "mailer", MaxRecipients = 9 }),
                new StoreWrite.PutAttachments(new AttachmentSettings { SaveToFolder = true, Folder = "/data/mail", FirstSaved = true }));
            Commit(store, 4, new StoreWrite.PutErrorTexts(new ErrorTexts { TooLarge = "too large", NoBody = new string('n', 3000) }),
                new StoreWrite.PutRestart(new RestartMark("Agent Server", ["saveToFolder", "folder"], Time)));
            Commit(store, 5, new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 5 }), new StoreWrite.RemoveServer(Server(40).Id));
        }
        return File.ReadAllBytes(_fixture.File);
    }

    private static void Commit(SqliteSettingsStore store, long basis, params IReadOnlyList<StoreWrite> writes) => store.Commit(new StoreCommit(basis, writes,
        new ChangeRecord(0, Time, @"HOST\anna", "cli", [new FieldChange("basic.maxIncomingSizeKB", basis, basis + 1), new FieldChange("errorTexts.noBody", null, "text")])));

    private static IncomingMailServer Server(int i) => new()
    {
        Id = new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
        Name = $"server {i}",
        Address = new Uri(SessionFixture.Tenant),
        Authentication = i % 2 == 0 ? IncomingAuthentication.OAuthService : IncomingAuthentication.OAuthUser,
        ClientId = Guid.Parse(SessionFixture.Client),
        SecretExpires = i % 2 == 0 ? new DateOnly(2027, 3, 31) : null,
    };

    private static StoreWrite.PutSecret Secret(SecretKey key, int lines) => new(new StoredSecret(
        key, $"{SecretType.CmsBegin}\n{string.Concat(Enumerable.Repeat("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n", lines))}-----END CMS-----", Thumbprint, Time));
}
