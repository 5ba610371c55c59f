using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Databases as any other program opens them, without the settings of a store.</summary>
internal static class OtherProgram
{
    /// <summary>Opens a database, which is created if there is none.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
