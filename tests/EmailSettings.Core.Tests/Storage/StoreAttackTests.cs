using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Manipulations of a store's file and the files next to it: each is read correctly or reported as damage.</summary>
public sealed class StoreAttackTests : IDisposable
{
    private const int Header = 100;
    private const int Page = 4096;

    // The offsets of the header's fields, the values to try, and the page types (sqlite.org/fileformat.html).
    private static readonly int[] Numbers = [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96];
    private static readonly byte[] Ends = [0, 1, 0x7F, 0xFF];
    private static readonly byte[] Kinds = [0, 2, 5, 10, 13, 0xFF];

    private readonly ITestOutputHelper _output;
    private readonly SessionFixture _fixture = new();
    private readonly byte[] _content;
    private readonly string _truth;

    public StoreAttackTests(ITestOutputHelper output)
    {
        _output = output;
        MakeStore(_fixture);
        _fixture.Session.Dispose();
        _content = File.ReadAllBytes(_fixture.File);
        _truth = Reading(_fixture.File);
    }

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Every_bit_of_the_header() => Try(
        from place in Enumerable.Range(0, Header)
        from bit in Enumerable.Range(0, 8)
        select With(copy => copy[place] ^= (byte)(1 << bit)));

    [Fact]
    public void Every_number_of_the_header_at_its_ends() => Try(
        from place in Numbers
        from value in Ends
        select With(copy => Array.Fill(copy, value, place, place is 16 or 20 ? 2 : 4)));

    [Fact]
    public void The_header_of_every_page() => Try(
        from page in Enumerable.Range(1, (_content.Length / Page) - 1)
        from place in Enumerable.Range(0, 12)
        from value in Kinds
        select With(copy => copy[(page * Page) + place] = value));

    [Fact]
    public void Pages_in_another_order() => Try(
        from page in Enumerable.Range(0, _content.Length / Page)
        from other in Enumerable.Range(0, page)
        select With(copy =>
        {
            _content.AsSpan(page * Page, Page).CopyTo(copy.AsSpan(other * Page));
            _content.AsSpan(other * Page, Page).CopyTo(copy.AsSpan(page * Page));
        }));

    [Fact]
    public void An_end_that_is_truncated_or_extended() => Try(
    [
        .. Enumerable.Range(1, (_content.Length / Page) - 1).Select(pages => _content[..(pages * Page)]),
        .. Enumerable.Range(1, (_content.Length / Page) - 1).Select(pages => _content[..((pages * Page) + 1)]),
        _content[..^1], [.. _content, 0], [.. _content, .. new byte[Page]], [.. _content, .. _content], [.. _content, .. _content[..Page]],
    ]);

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    [InlineData("-shm")]
    public void Files_of_another_store_next_to_it(string part)
    {
        using var other = new SessionFixture();
        var sidecar = part == "-journal" ? HotJournal(other) : Sidecar(other, part);
        Assert.True(sidecar.Length > 512, "Nothing that SQLite would play back.");

        // A log with all pages of another store is that store, as its file would be in this one's place.
        Try([_content], file => File.WriteAllBytes(file + part, sidecar), part == "-wal" ? Reading(other.File) : null);
    }

    [Fact]
    public void A_journal_of_another_store_next_to_a_damaged_one_does_not_corrupt_the_restored_one()
    {
        using var other = new SessionFixture();
        var backup = _fixture.Folder.File("backup.db");
        using (var session = _fixture.Open()) session.Store.Backup(backup, new RecordingHost());
        File.WriteAllBytes(_fixture.File, With(copy => Array.Fill(copy, (byte)0xFF, Page, Page)));
        File.WriteAllBytes(_fixture.File + "-journal", HotJournal(other));

        using (var session = _fixture.Open())
        {
            try
            {
                session.Store.Restore(backup, new RecordingHost());
            }
            catch (EmailSettingsException e)
            {
                Assert.Equal(StoreErrors.StoreDamaged.Id, e.Code.Id);
                return;
            }
        }
        using var again = _fixture.Open();
        Assert.Equal(7, again.Settings.ReadBasic().MaxIncomingSizeKB);
        Assert.Empty(again.Health.Check().Checks[0].Findings);
    }

    [Theory]
    [InlineData("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'attachments') WHERE name = 'basic'")]
    [InlineData("UPDATE sqlite_schema SET rootpage = CASE name WHEN 'secret' THEN (SELECT rootpage FROM sqlite_schema WHERE name = 'incoming_server') ELSE (SELECT rootpage FROM sqlite_schema WHERE name = 'secret') END WHERE name IN ('secret', 'incoming_server')")]
    [InlineData("UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'basic'")]
    [InlineData("UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'basic'")]
    [InlineData("UPDATE sqlite_schema SET name = 'sqlite_autoindex_incoming_server_2', tbl_name = 'incoming_server' WHERE name = 'sqlite_autoindex_secret_text_1'")]
    [InlineData("UPDATE sqlite_schema SET sql = (SELECT sql FROM sqlite_schema WHERE name = 'history_keeps_values') WHERE name = 'history_keeps_rows'")]
    [InlineData("UPDATE sqlite_schema SET sql = sql || ' -- as before' WHERE name = 'basic'")]
    [InlineData("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', 'strict') WHERE name = 'basic'")]
    [InlineData("UPDATE sqlite_schema SET type = 'view' WHERE name = 'basic'")]
    [InlineData("INSERT INTO sqlite_schema SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'sqlite_autoindex_secret_text_1'")]
    [InlineData("DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_secret_text_1'")]
    public void A_schema_that_was_written_by_hand_is_damage_in_a_store_and_in_a_backup(string sql)
    {
        var file = _fixture.Folder.Write("forged.db", _content);
        Forgery.Rewrite(file, sql);

        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => Reading(file)).Code.Id);
        using var session = new SessionFixture();
        Assert.Equal(StoreErrors.StoreDamaged.Id, Assert.Throws<EmailSettingsException>(() => session.Session.Store.Restore(file, new RecordingHost())).Code.Id);
        Assert.False(File.Exists(session.File));
    }

    /// <summary>
    /// Asserts that reading each file gives the truth, or an error about damage; nothing else, and within a time limit.
    /// </summary>
    private void Try(IEnumerable<byte[]> files, Action<string>? beside = null, string? orElse = null)
    {
        var (tried, damaged) = (0, 0);
        foreach (var content in files)
        {
            var file = _fixture.Folder.Write("tried.db", content);
            beside?.Invoke(file);
            try
            {
                var read = Reading(file);
                if (read != orElse) Assert.Equal(_truth, read);
            }
            catch (EmailSettingsException e)
            {
                Assert.True(e.Code == StoreErrors.StoreDamaged, $"try {tried}: {e}");
                damaged++;
            }
            foreach (var part in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(file + part);
            tried++;
        }
        _output.WriteLine($"{damaged} of {tried} were damaged, the others read right.");
    }

    private byte[] With(Action<byte[]> alter)
    {
        var copy = (byte[])_content.Clone();
        alter(copy);
        return copy;
    }

    private static string Reading(string file)
    {
        using var store = new SqliteSettingsStore(file);
        var state = store.Read(StoreParts.All);
        var text = new StringBuilder().AppendLine(store.Describe() with { Location = "" } is var described ? described.ToString() : "")
            .Append(state.Basic).Append(state.Attachments).Append(state.ErrorTexts).Append(state.OutgoingServer).Append(state.SmsServer).Append(state.Certificate)
            .AppendJoin('\n', state.IncomingServers).AppendJoin('\n', state.Secrets.Values.OrderBy(secret => secret.Key.ToString(), StringComparer.Ordinal)).AppendJoin('\n', state.Hosts);
        foreach (var row in store.ReadHistory()) text.Append(row).AppendJoin(", ", row.Changes).AppendLine();
        return text.ToString();
    }

    private static void MakeStore(SessionFixture fixture)
    {
        fixture.UseCertificate();
        fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)), SessionFixture.Texts(("tooLarge", new string('x', 4000)), ("noBody", new string('y', 4000))),
            SessionFixture.Outgoing(("host", "smtp.example.org"), ("authentication", "Basic"), ("serverUser", "mailer"), ("password", SessionFixture.Secret())),
            SessionFixture.NewServer("a", "OAuthService"), SessionFixture.NewServer("b"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("a"), SessionFixture.Secret()));
        fixture.Apply(new ChangeStep.RemoveServer("b"), SessionFixture.Basic(("maxIncomingSizeKB", 7)));
    }

    // As it is while the store is in use.
    private static byte[] Sidecar(SessionFixture fixture, string part)
    {
        MakeStore(fixture);
        fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 9)));
        return File.ReadAllBytes(fixture.File + part);
    }

    // As left by a program that was killed while writing.
    private static byte[] HotJournal(SessionFixture fixture)
    {
        using var connection = OtherProgram.Open(fixture.Folder.File("other.db"));
        connection.Execute("""
            PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1;
            CREATE TABLE t (x); INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT randomblob(1000) FROM n;
            BEGIN; UPDATE t SET x = randomblob(1000);
            """);
        return File.ReadAllBytes(fixture.Folder.File("other.db-journal"));
    }
}
