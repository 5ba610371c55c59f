using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage.Relational;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Identifies, creates and migrates the schema of a database.</summary>
internal static class SqliteTables
{
    // More than any version has; another program's file may contain any number.
    private const int MaxObjects = 100;

    /// <summary>Returns the schema version of a database; 0 if it is empty.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreForeign"/>, <see cref="StoreErrors.StoreNewer"/>, or <see cref="StoreErrors.StoreDamaged"/>
    /// where the schema is not exactly that of the version it claims.
    /// </exception>
    public static int VersionOf(SqliteStatements statements, string location, IReadOnlyList<SqliteVersion> versions)
    {
        var (application, version, objects) = Read(statements);
        if (application == 0 && version == 0 && objects.Count == 0) return 0;
        var isOurs = application == SqliteSchema.ApplicationId;
        if (isOurs && version > 0 && version <= versions.Count && versions[(int)version - 1].Matches(objects)) return (int)version;
        if (!isOurs && !versions.Any(each => each.Resembles(objects))) throw StoreErrors.StoreForeign.Error("store", location);
        throw isOurs && version > versions.Count && !versions.Any(each => each.Matches(objects))
            ? StoreErrors.StoreNewer.Error("store", location, limit: $"{versions.Count}", detail: $"{version}")
            : StoreErrors.StoreDamaged.Error("store", location, detail: "its tables match no version of the schema");
    }

    /// <summary>Returns what is wrong with the pages or indexes of a database; null if nothing.</summary>
    public static string? FindDamage(SqliteStatements statements)
    {
        using var rows = statements.Query("PRAGMA integrity_check(1)");
        return rows.Read() && rows.Text(0) is { } report and not "ok" ? DisplayText.Shorten(report, 200) : null;
    }

    /// <summary>Creates the newest schema or migrates to it, inside the current transaction.</summary>
    /// <param name="database">The database.</param>
    /// <param name="from">Its version; 0 if it is empty.</param>
    /// <param name="versions">The known versions.</param>
    /// <exception cref="FormatException">The content of the older store is invalid.</exception>
    public static void BringUpToDate(SqliteDatabase database, int from, IReadOnlyList<SqliteVersion> versions)
    {
        using var statements = new SqliteStatements(database);
        if (from == 0)
        {
            foreach (var sql in versions[^1].Statements) database.Execute(sql);
            RelationalWriting.Fill(statements, 0, [], RelationalTables.History, []);
        }
        else
        {
            // Rows of version 1 have no checksums, so they are validated like input.
            if (FindDamage(statements) is { } damage) throw new FormatException(damage);
            foreach (var version in versions.Skip(from)) version.Convert(statements);
            StoreContentCheck.Check(new RelationalReading(statements).ReadContent());
        }
        database.Execute($"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = {versions.Count};");
    }

    private static (long Application, long Version, IReadOnlyList<SqliteObject> Objects) Read(SqliteStatements statements)
    {
        // In one statement, so that no other process can create the tables in between.
        using var rows = statements.Query($"""
            SELECT a.application_id, v.user_version, s.type, s.name, s.tbl_name, s.sql
            FROM pragma_application_id a, pragma_user_version v LEFT JOIN sqlite_schema s LIMIT {MaxObjects}
            """);
        var (application, version, objects) = (0L, 0L, new List<SqliteObject>());
        while (rows.Read())
        {
            (application, version) = (rows.Number(0), rows.Number(1));
            if (rows.IsNull(2)) continue;
            objects.Add(new SqliteObject(rows.Text(2)!, rows.Text(3)!, rows.Text(4)!, rows.Text(5)?.ReplaceLineEndings("\n")));
        }
        return (application, version, objects);
    }
}
