using Microsoft.Data.Sqlite;

namespace BareSqlite;

/// <summary>The store's file on one connection that stays open, with the durability of the store.</summary>
internal static class Database
{
    private static SqliteConnection? _connection;

    public static SqliteConnection Open(string path)
    {
        if (_connection is not null) return _connection;
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        using var pragma = _connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
        return _connection;
    }
}
