namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// The prepared statements of one open connection. Parameter values are strings, <see cref="long"/> or null, in the order of
/// <see cref="RelationalTable.Parameter"/>.
/// </summary>
internal interface IRelationalStatements
{
    /// <summary>Runs a statement that returns no rows.</summary>
    void Execute(string sql, params ReadOnlySpan<object?> values);

    /// <summary>Runs a query. Dispose the rows before running the same SQL again.</summary>
    IRelationalRows Query(string sql, params ReadOnlySpan<object?> values);
}
