using System.Globalization;
using System.Text;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// What the tables hold, in short: of each how many rows and the sum of their checksums, of the history the checksum of the
/// newest row. It moves with every write, so a row that is lost, left over or hidden is noticed.
/// </summary>
internal sealed class StoreDigest
{
    private readonly List<Total> _tables = new(RelationalTables.Digested.Count);

    /// <summary>How many rows the history has, and the checksum of the newest; 0 and 0 where there is none.</summary>
    public Total History { get; private set; } = NoHistory;

    private static Total NoHistory { get; } = new(RelationalTables.History.Name, 0, 0);

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is another form.</exception>
    public static StoreDigest Parse(ReadOnlySpan<char> text)
    {
        var digest = new StoreDigest();
        foreach (var part in text.Split(';'))
        {
            var entry = text[part];
            var (name, rows) = (entry.IndexOf('='), entry.IndexOf(':'));
            if (name < 1 || rows < name) throw new FormatException("the digest has another form");
            var sum = long.Parse(entry[(rows + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            // The second version did not count the rows of the history.
            var count = rows == name + 1 ? 0 : long.Parse(entry[(name + 1)..rows], NumberStyles.None, CultureInfo.InvariantCulture);
            digest.Set(new Total(NameOf(entry[..name]), count, sum));
        }
        return digest;
    }

    /// <summary>What a table holds.</summary>
    public Total Of(RelationalTable table)
    {
        var index = IndexOf(table.Name);
        return index < 0 ? new Total(table.Name, 0, 0) : _tables[index];
    }

    public void Add(RelationalTable table, long sum) => Move(table, 1, sum);

    public void Remove(RelationalTable table, long sum) => Move(table, -1, -sum);

    /// <summary>A row came to the history.</summary>
    public void Append(long sum) => History = new Total(History.Table, History.Rows + 1, sum);

    /// <summary>The history begins anew.</summary>
    public void ForgetHistory() => History = NoHistory;

    /// <summary>The sum of a table's checksums; null where it has no row.</summary>
    public long? SumOf(RelationalTable table) => Of(table) is { Rows: > 0 } total ? total.Sum : null;

    /// <summary>Refuses a table that does not hold what was written.</summary>
    /// <exception cref="FormatException">Rows are missing, left over or hidden.</exception>
    public void Check(RelationalTable table, long rows, long sum)
    {
        var expected = Of(table);
        if (expected.Rows != rows || expected.Sum != sum) throw new FormatException($"{table.Name} does not hold the {expected.Rows} rows that were written");
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

    private void Move(RelationalTable table, long rows, long sum)
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

    /// <summary>Rows of a table and the sum of their checksums: a class, since native code compiles generics of values late.</summary>
    internal sealed record Total(string Table, long Rows, long Sum)
    {
        public StringBuilder WriteTo(StringBuilder text) => text.Append(CultureInfo.InvariantCulture, $"{Table}={Rows}:{Sum:x}");
    }
}
