using System.Globalization;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// A digest of all tables: the row count and checksum total of each table, and the checksum of the newest history row. It is
/// updated with every write, so a lost, stale or hidden row is detected.
/// </summary>
internal sealed class StoreDigest
{
    private readonly Dictionary<string, Total> _tables = new(StringComparer.Ordinal);

    /// <summary>The row count of the history and the checksum of its newest row; zeros if it is empty.</summary>
    public Total History { get; private set; } = new(0, 0);

    /// <summary>Parses what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a digest.</exception>
    public static StoreDigest Parse(string text)
    {
        var digest = new StoreDigest();
        foreach (var part in text.AsSpan().Split(';'))
        {
            var entry = text.AsSpan(part);
            var (name, rows) = (entry.IndexOf('='), entry.IndexOf(':'));
            if (name < 1 || rows < name) throw new FormatException("the digest is none");
            var sum = long.Parse(entry[(rows + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            // The second version did not count the rows of the history.
            var count = rows == name + 1 ? 0 : long.Parse(entry[(name + 1)..rows], NumberStyles.None, CultureInfo.InvariantCulture);
            if (entry[..name].SequenceEqual(RelationalTables.History.Name)) digest.History = new Total(count, sum);
            else digest._tables[entry[..name].ToString()] = new Total(count, sum);
        }
        return digest;
    }

    public void Add(RelationalTable table, long sum) => Move(table, 1, sum);

    public void Remove(RelationalTable table, long sum) => Move(table, -1, -sum);

    /// <summary>Returns the totals of some tables.</summary>
    public Total[] Of(RelationalTable[] tables) => Array.ConvertAll(tables, Of);

    /// <summary>Adds a history row.</summary>
    public void Append(long sum) => History = new Total(History.Rows + 1, sum);

    /// <summary>Resets the history.</summary>
    public void ForgetHistory() => History = new Total(0, 0);

    /// <summary>Returns the checksum total of a table; null if it is empty.</summary>
    public long? SumOf(RelationalTable table) => Of(table) is { Rows: > 0 } total ? total.Sum : null;

    /// <summary>Verifies the totals of a table.</summary>
    /// <exception cref="FormatException">Rows are missing, stale or hidden.</exception>
    public void Check(RelationalTable table, long rows, long sum)
    {
        var expected = Of(table);
        if (expected != new Total(rows, sum)) throw new FormatException($"{table.Name} does not hold the {expected.Rows} rows that were written");
    }

    public override string ToString() => string.Join(';', _tables
        .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key}={table.Value.Rows}:{table.Value.Sum:x}"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"{RelationalTables.History.Name}={History.Rows}:{History.Sum:x}")));

    private void Move(RelationalTable table, long rows, long sum)
    {
        var before = Of(table);
        _tables[table.Name] = new Total(before.Rows + rows, unchecked(before.Sum + sum));
    }

    private Total Of(RelationalTable table) => _tables.TryGetValue(table.Name, out var total) ? total : new Total(0, 0);

    /// <summary>
    /// A row count and a checksum total. A class, because generics over value types are JIT-compiled at run time.
    /// </summary>
    internal sealed record Total(long Rows, long Sum);
}
