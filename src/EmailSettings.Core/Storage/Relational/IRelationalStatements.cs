using System.Data.Common;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>The prepared statements of one open connection.</summary>
internal interface IRelationalStatements
{
    /// <summary>A statement ready to run. It serves again, so it is not disposed.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="values">Values of its parameters, in the order of <see cref="RelationalTable.Parameter"/>: text, <see cref="long"/> or null.</param>
    DbCommand Get(string sql, params IReadOnlyList<object?> values);
}
