using System.Globalization;
using System.Text;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// A digest of all tables: the row count and checksum total of each table, and the checksum of the newest history row. It is
/// updated with every write, so a lost, stale or hidden row is detected.
/// </summary>
internal sealed class StoreDigest
{
    private readonly List<Total> _tables = new(RelationalTables.Digested.Count);

    /// <summary>The row count of the history and the checksum of its newest row; zeros if it is empty.</summary>
    public Total History { get; private set; } = NoHistory;

    private static Total NoHistory { get; } = new(RelationalTables.History.Name, 0, 0);

    /// <summary>Parses what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a digest.</exception>
    public static StoreDigest Parse(ReadOnlySpan<char> text)
    {
        var digest = new StoreDigest();
        foreach (var part in text.Split(';'))
        {
            var entry = text[part];
            var (name, rows) = (entry.IndexOf('='), entry.IndexOf(':'));
            if (name < 1 || rows < name) throw new FormatException("the digest is malformed");
            var sum = long.Parse(entry[(rows + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            // Version 2 did not count the rows of the history.
            var count = rows == name + 1 ? 0 : long.Parse(entry[(name + 1)..rows], NumberStyles.None, CultureInfo.InvariantCulture);
            digest.Set(new Total(NameOf(entry[..name]), count, sum));
        }
        return digest;
    }

    /// <summary>Returns the totals of a table.</summary>
    public Total Of(RelationalTable table)
    {
        var index = IndexOf(table.Name);
        return index < 0 ? new Total(table.Name, 0, 0) : _tables[index];
    }

    public void Add(RelationalTable table, long sum) => Adjust(table, 1, sum);

    public void Remove(RelationalTable table, long sum) => Adjust(table, -1, -sum);

    /// <summary>Adds a history row.</summary>
    public void Append(long sum) => History = new Total(History.Table, History.Rows + 1, sum);

    /// <summary>Resets the history.</summary>
    public void ResetHistory() => History = NoHistory;

    /// <summary>Returns the checksum total of a table; null if it is empty.</summary>
    public long? SumOf(RelationalTable table) => Of(table) is { Rows: > 0 } total ? total.Sum : null;

    /// <summary>Verifies the totals of a table.</summary>
    /// <exception cref="FormatException">Rows are missing, stale or hidden.</exception>
    public void Check(RelationalTable table, long rows, long sum)
    {
        var expected = Of(table);
        if (expected.Rows != rows || expected.Sum != sum) throw new FormatException($"{table.Name} does not contain exactly the rows that were written ({expected.Rows})");
    }

    public override string ToString()
    {
        var text = new StringBuilder(256);
        foreach (var total in _tables) total.WriteTo(text).Append(';');
        return History.WriteTo(text).ToString();
    }

    private static string NameOf(ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual(RelationalTables.History.Name)) return RelationalTables.History.Name;
        foreach (var table in RelationalTables.Digested)
        {
            if (name.SequenceEqual(table.Name)) return table.Name;
        }
        return name.ToString();
    }

    private void Adjust(RelationalTable table, long rows, long sum)
    {
        var before = Of(table);
        Set(new Total(table.Name, before.Rows + rows, unchecked(before.Sum + sum)));
    }

    private void Set(Total total)
    {
        if (total.Table == History.Table) History = total;
        else if (IndexOf(total.Table) is >= 0 and var index) _tables[index] = total;
        else _tables.Add(total);
    }

    private int IndexOf(string table)
    {
        for (var i = 0; i < _tables.Count; i++)
        {
            if (_tables[i].Table == table) return i;
        }
        return -1;
    }

    /// <summary>
    /// The row count and checksum total of a table. A class, because generics over value types are JIT-compiled at run time.
    /// </summary>
    internal sealed record Total(string Table, long Rows, long Sum)
    {
        public StringBuilder WriteTo(StringBuilder text) => text.Append(CultureInfo.InvariantCulture, $"{Table}={Rows}:{Sum:x}");
    }
}
