using EmailSettings.Core.Storage.Relational;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Opens embedded stores: a location is a file.</summary>
public sealed class SqliteStoreFactory : IStoreFactory
{
    /// <inheritdoc/>
    public ISettingsStore Open(string location) => new SqliteSettingsStore(location);

    /// <summary>Loads SQLite and compiles what reads a store, on an empty one in memory.</summary>
    public void WarmUp()
    {
        using var connection = SqliteConnections.Open(":memory:");
        SqliteTables.BringUpToDate(connection, 0, SqliteSchema.Versions);
        using var statements = new SqliteStatements(connection);
        new RelationalReading(statements).Read(StoreParts.Basic | StoreParts.Access);
    }
}
