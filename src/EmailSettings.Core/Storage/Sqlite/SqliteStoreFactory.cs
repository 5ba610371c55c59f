namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Opens embedded stores; a location is a file path.</summary>
public sealed class SqliteStoreFactory : IStoreFactory
{
    /// <inheritdoc/>
    public ISettingsStore Open(string location) => new SqliteSettingsStore(location);
}
