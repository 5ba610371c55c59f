namespace EmailSettings.Core.Storage;

/// <summary>What can be said about a store without reading its settings.</summary>
/// <param name="Location">File path, or address without a password.</param>
/// <param name="Kind"><c>SQLite</c> or <c>PostgreSQL</c>.</param>
/// <param name="Exists">It was created already.</param>
/// <param name="Revision">Counts the changes.</param>
/// <param name="SchemaVersion">Version of its tables; 0 where it does not exist.</param>
/// <param name="LastChange">When it was last changed, UTC; null where it never was.</param>
public sealed record StoreDescription(string Location, string Kind, bool Exists, long Revision, int SchemaVersion, DateTimeOffset? LastChange);
