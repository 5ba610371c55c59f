namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// The rights that an open store had when they were last read: asked for with every change, they are read again only once the
/// digest says that they are others.
/// </summary>
internal sealed class KnownAccess
{
    private static readonly RelationalTable[] Tables = [RelationalTables.Access, RelationalTables.Grant, RelationalTables.Lock];

    private StoreDigest? _digest;
    private AccessRules _rules = new();

    /// <summary>The rights of a store at a digest.</summary>
    /// <param name="digest">What the tables hold.</param>
    /// <param name="read">Reads them.</param>
    public AccessRules Get(StoreDigest digest, Func<AccessRules> read)
    {
        if (_digest is null || !Array.TrueForAll(Tables, table => digest.Of(table) == _digest.Of(table))) _rules = read();
        _digest = digest;
        return _rules;
    }
}
