using Microsoft.Data.Sqlite;

// A minimal console program that shows something from an SQLite file.
using var connection = new SqliteConnection($"Data Source={args[0]};Pooling=False");
connection.Open();
using var command = connection.CreateCommand();
command.CommandText = "SELECT body_charset FROM basic";
Console.WriteLine(command.ExecuteScalar());
