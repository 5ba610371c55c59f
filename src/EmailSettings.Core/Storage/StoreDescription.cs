namespace EmailSettings.Core.Storage;

/// <summary>Describes a store without its settings.</summary>
/// <param name="Location">The file path, or the address without a password.</param>
/// <param name="Kind"><c>SQLite</c> or <c>PostgreSQL</c>.</param>
/// <param name="Exists">Whether it has been created.</param>
/// <param name="Revision">The number of the last change.</param>
/// <param name="SchemaVersion">The schema version; 0 if it does not exist.</param>
/// <param name="LastChange">When it was last changed, UTC; null if never.</param>
public sealed record StoreDescription(string Location, string Kind, bool Exists, long Revision, int SchemaVersion, DateTimeOffset? LastChange);
