using System.Globalization;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>A table and its statements, in portable SQL. The last column, <c>sum</c>, is the checksum of the row.</summary>
/// <param name="name">The table name.</param>
/// <param name="keyLength">The number of leading columns that form the primary key.</param>
/// <param name="columns">The columns.</param>
internal sealed class RelationalTable(string name, int keyLength, params IReadOnlyList<RelationalColumn> columns)
{
    public string Name => name;

    public int KeyLength => keyLength;

    public IReadOnlyList<RelationalColumn> Columns => columns;

    /// <summary>Whether the table holds at most one row, under a constant key.</summary>
    public bool HasOneRow => columns[0] is { Name: "id", IsNumber: true };

    /// <summary>The checksum seed, so that a row of another table never matches.</summary>
    public long Seed { get; } = RowChecksum.Of(0, [name]);

    /// <summary>Selects all rows with their checksums.</summary>
    public string Select => field ??= $"SELECT {ColumnNames}, sum FROM {name}";

    /// <summary>Selects the checksum of the row with a key.</summary>
    public string SelectSum => field ??= $"SELECT sum FROM {name} WHERE {KeyIs}";

    /// <summary>Inserts a row.</summary>
    public string Insert => field ??= $"INSERT INTO {name} ({ColumnNames}, sum) VALUES ({string.Join(", ", Enumerable.Range(0, columns.Count + 1).Select(Parameter))})";

    /// <summary>Inserts or replaces a row.</summary>
    public string Put => field ??= $"{Insert} ON CONFLICT ({string.Join(", ", columns.Take(keyLength).Select(column => column.Name))}) DO UPDATE SET {NewValues}";

    /// <summary>Deletes the row with a key.</summary>
    public string Delete => field ??= $"DELETE FROM {name} WHERE {KeyIs}";

    private string ColumnNames => string.Join(", ", columns.Select(column => column.Name));

    private string KeyIs => string.Join(" AND ", columns.Take(keyLength).Select((column, i) => $"{column.Name} = {Parameter(i)}"));

    private string NewValues => string.Join(", ", columns.Skip(keyLength).Select(column => column.Name).Append("sum").Select(column => $"{column} = excluded.{column}"));

    /// <summary>Returns the name of a parameter.</summary>
    public static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
