namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// The prepared statements of one open connection. Values of parameters are text, <see cref="long"/> or null, in the order of
/// <see cref="RelationalTable.Parameter"/>.
/// </summary>
internal interface IRelationalStatements
{
    /// <summary>Runs a statement that gives no rows.</summary>
    void Execute(string sql, params ReadOnlySpan<object?> values);

    /// <summary>Runs a statement that gives rows. They are disposed before the same text is run again.</summary>
    IRelationalRows Query(string sql, params ReadOnlySpan<object?> values);
}
