using EmailSettings.Core.Files;
using EmailSettings.Core.Storage.Relational;
using EmailSettings.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>
/// A store of the second version: with checksums, and a history of changes only, whose rows its digest did not count.
/// </summary>
internal static class SecondVersionStore
{
    private static readonly object?[] Basic = [1L, "wav=base64;*=8bit", "utf-8", "quoted-printable", 5L];

    private static readonly object?[][] History =
    [
        [1L, "2026-01-02T03:04:05.0000000+00:00", @"HOST\anna", "cli", "[]"],
        [2L, "2026-01-03T03:04:05.0000000+00:00", @"HOST\anna", "powershell", """[{"path":"basic.maxIncomingSizeKB","from":25000,"to":5}]"""],
    ];

    public static void Make(string file, string more = "")
    {
        OwnerOnlyFile.CreateNew(file).Dispose();
        using var connection = OtherProgram.Open(file);
        connection.Execute("PRAGMA journal_mode = WAL");
        foreach (var sql in SqliteSchema.Versions[1].Statements) connection.Execute(sql);
        var table = RelationalTables.Basic;
        var basic = RowChecksum.Of(table.Seed, Basic);
        Insert(connection, table, [.. Basic, basic]);
        var newest = 0L;
        foreach (var row in History) Insert(connection, Version2Migration.History, [.. row, newest = RowChecksum.Of(RelationalWriting.HistorySeed(newest), row)]);
        object?[] state = [1L, 2L, $"basic=1:{basic:x};history=:{newest:x}"];
        Insert(connection, RelationalTables.State, [.. state, RowChecksum.Of(RelationalTables.State.Seed, state)]);
        connection.Execute($"{more}; PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 2");
    }

    private static void Insert(SqliteConnection connection, RelationalTable table, params object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table.Insert;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(RelationalTable.Parameter(i), values[i]);
        command.ExecuteNonQuery();
    }
}
