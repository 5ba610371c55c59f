using System.Data.Common;
using System.Globalization;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>One row of a table, loaded again and again while the table is read.</summary>
/// <param name="table">The table.</param>
internal sealed class RelationalRow(RelationalTable table)
{
    private readonly string?[] _texts = new string?[table.Columns.Count];
    private readonly long?[] _numbers = new long?[table.Columns.Count];

    /// <summary>The checksum that stands in the row.</summary>
    public long StoredSum { get; private set; }

    /// <summary>Takes the row at which a reader of <see cref="RelationalTable.Select"/> stands.</summary>
    public void Load(DbDataReader reader)
    {
        var columns = table.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            var isNull = reader.IsDBNull(i);
            if (columns[i].IsNumber) _numbers[i] = isNull ? null : reader.GetInt64(i);
            else _texts[i] = isNull ? null : reader.GetString(i);
        }
        StoredSum = reader.IsDBNull(columns.Count) ? throw new FormatException($"a row of {table.Name} is without its checksum") : reader.GetInt64(columns.Count);
    }

    /// <summary>The checksum that its values have.</summary>
    /// <param name="start">What it begins with.</param>
    public long SumFrom(long start)
    {
        var sum = new RowChecksum(start);
        for (var i = 0; i < _texts.Length; i++)
        {
            if (_texts[i] is { } text) sum.Add(text);
            else if (_numbers[i] is { } number) sum.Add(number);
            else sum.AddNull();
        }
        return sum.Value;
    }

    /// <summary>Refuses a row whose values are not those that were written.</summary>
    /// <exception cref="FormatException">The checksum is another one.</exception>
    public void Check(long start)
    {
        if (SumFrom(start) != StoredSum) throw new FormatException($"a row of {table.Name} does not agree with its checksum");
    }

    public string Text(int column) => _texts[column] ?? throw Missing(column);

    public string? TextOrNull(int column) => _texts[column];

    public long Number(int column) => _numbers[column] ?? throw Missing(column);

    public int Int(int column) => checked((int)Number(column));

    public int? IntOrNull(int column) => _numbers[column] is { } number ? checked((int)number) : null;

    public bool Flag(int column) => Number(column) switch
    {
        0 => false,
        1 => true,
        _ => throw new FormatException($"{Name(column)} is neither 0 nor 1"),
    };

    public Guid Id(int column) => Guid.ParseExact(Text(column), "D");

    public Guid? IdOrNull(int column) => _texts[column] is null ? null : Id(column);

    public DateOnly? DateOrNull(int column) =>
        _texts[column] is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public DateTimeOffset Time(int column) =>
        DateTimeOffset.ParseExact(Text(column), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A value as a row holds it.</summary>
    public static string? Of(Guid? id) => id?.ToString("D");

    /// <inheritdoc cref="Of(Guid?)"/>
    public static string? Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(Guid?)"/>
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(Guid?)"/>
    public static long Of(bool flag) => flag ? 1 : 0;

    private string Name(int column) => $"{table.Name}.{table.Columns[column].Name}";

    private FormatException Missing(int column) => new($"{Name(column)} is missing");
}
