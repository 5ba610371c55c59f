using System.Globalization;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// A table of a store and the statements on it, in SQL that every engine takes. Behind its columns stands <c>sum</c>, the
/// checksum of the row.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="keyLength">How many of the columns, from the first on, are the key.</param>
/// <param name="columns">The columns.</param>
internal sealed class RelationalTable(string name, int keyLength, params IReadOnlyList<RelationalColumn> columns)
{
    public string Name => name;

    public int KeyLength => keyLength;

    public IReadOnlyList<RelationalColumn> Columns => columns;

    /// <summary>It holds at most one row, whose key is always the same number.</summary>
    public bool HasOneRow => columns[0] is { Name: "id", IsNumber: true };

    /// <summary>What the checksums of its rows begin with, so that a row of another table never passes.</summary>
    public long Seed { get; } = RowChecksum.Of(0, [name]);

    /// <summary>Every row with its checksum.</summary>
    public string Select => field ??= $"SELECT {ColumnNames}, sum FROM {name}";

    /// <summary>The checksum of the row with a key.</summary>
    public string SelectSum => field ??= $"SELECT sum FROM {name} WHERE {KeyIs}";

    /// <summary>Adds a row.</summary>
    public string Insert => field ??= $"INSERT INTO {name} ({ColumnNames}, sum) VALUES ({string.Join(", ", Enumerable.Range(0, columns.Count + 1).Select(Parameter))})";

    /// <summary>Adds a row, or replaces the one with its key.</summary>
    public string Put => field ??= $"{Insert} ON CONFLICT ({string.Join(", ", columns.Take(keyLength).Select(column => column.Name))}) DO UPDATE SET {NewValues}";

    /// <summary>Removes the row with a key.</summary>
    public string Delete => field ??= $"DELETE FROM {name} WHERE {KeyIs}";

    private string ColumnNames => string.Join(", ", columns.Select(column => column.Name));

    private string KeyIs => string.Join(" AND ", columns.Take(keyLength).Select((column, i) => $"{column.Name} = {Parameter(i)}"));

    private string NewValues => string.Join(", ", columns.Skip(keyLength).Select(column => column.Name).Append("sum").Select(column => $"{column} = excluded.{column}"));

    /// <summary>The name of a parameter.</summary>
    public static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
