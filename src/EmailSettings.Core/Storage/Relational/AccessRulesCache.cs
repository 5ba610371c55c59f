namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// Caches the access rules of an open store. Every change needs them; they are read again only when the digest shows that they
/// have changed.
/// </summary>
internal sealed class AccessRulesCache
{
    private static readonly RelationalTable[] Tables = [RelationalTables.Access, RelationalTables.Grant, RelationalTables.Lock];

    private StoreDigest? _digest;
    private AccessRules _rules = new();

    /// <summary>Returns the access rules that belong to a digest.</summary>
    /// <param name="digest">The current digest.</param>
    /// <param name="read">Reads the rules from the store.</param>
    public AccessRules Get(StoreDigest digest, Func<AccessRules> read)
    {
        if (_digest is null || !Array.TrueForAll(Tables, table => digest.Of(table) == _digest.Of(table))) _rules = read();
        _digest = digest;
        return _rules;
    }
}
