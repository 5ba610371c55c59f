namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// The rights that an open store had when they were last read: asked for with every change, they are read again only once the
/// digest says that they are others.
/// </summary>
internal sealed class KnownAccess
{
    private static readonly RelationalTable[] Tables = [RelationalTables.Access, RelationalTables.Grant, RelationalTables.Lock];

    private StoreDigest.Total[]? _totals;
    private AccessRules _rules = new();

    /// <summary>The rights of a store at a digest.</summary>
    /// <param name="digest">What the tables hold.</param>
    /// <param name="read">Reads them.</param>
    public AccessRules Get(StoreDigest digest, Func<AccessRules> read)
    {
        var totals = digest.Of(Tables);
        if (_totals is not null && totals.SequenceEqual(_totals)) return _rules;
        _rules = read();
        _totals = totals;
        return _rules;
    }
}
