using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>One row, reused while a table is read. Text values share one buffer and become strings only on request.</summary>
/// <param name="table">The table.</param>
internal sealed class RelationalRow(RelationalTable table)
{
    private readonly Cell[] _cells = new Cell[table.Columns.Count];
    private char[] _texts = new char[128];

    /// <summary>The checksum stored in the row.</summary>
    public long StoredSum { get; private set; }

    /// <summary>Loads the current row of a <see cref="RelationalTable.Select"/> query.</summary>
    public void Load(IRelationalRows rows)
    {
        var columns = table.Columns;
        var end = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            if (rows.IsNull(i)) _cells[i] = default;
            else if (columns[i].IsNumber) _cells[i] = new Cell(CellKind.Number, rows.Number(i), 0);
            else end = LoadText(i, rows.Utf8(i), end);
        }
        StoredSum = rows.IsNull(_cells.Length) ? throw new FormatException($"a row of {table.Name} has no checksum") : rows.Number(_cells.Length);
    }

    /// <summary>Computes the checksum of the values.</summary>
    /// <param name="start">The seed.</param>
    public long SumFrom(long start)
    {
        var sum = new RowChecksum(start);
        for (var i = 0; i < _cells.Length; i++)
        {
            switch (_cells[i].Kind)
            {
                case CellKind.Text:
                    sum.Add(Characters(i));
                    break;
                case CellKind.Number:
                    sum.Add(_cells[i].Value);
                    break;
                default:
                    sum.AddNull();
                    break;
            }
        }
        return sum.Value;
    }

    /// <summary>Verifies the values against the stored checksum.</summary>
    /// <exception cref="FormatException">The checksum does not match.</exception>
    public void Check(long start)
    {
        if (SumFrom(start) != StoredSum) throw new FormatException($"a row of {table.Name} does not match its checksum");
    }

    /// <summary>Returns whether the column is NULL.</summary>
    public bool IsNull(int column) => _cells[column].Kind == CellKind.Null;

    /// <summary>Returns a text column, valid until the next row is loaded.</summary>
    public ReadOnlySpan<char> Characters(int column) =>
        _cells[column] is { Kind: CellKind.Text } cell ? _texts.AsSpan((int)cell.Value, cell.Length) : throw Missing(column);

    public string Text(int column) => Characters(column).ToString();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long Number(int column) => _cells[column] is { Kind: CellKind.Number } cell ? cell.Value : throw Missing(column);

    public int Int(int column) => checked((int)Number(column));

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool Flag(int column) => Number(column) switch
    {
        0 => false,
        1 => true,
        _ => throw new FormatException($"{Name(column)} is neither 0 nor 1"),
    };

    public Guid Id(int column) => Guid.ParseExact(Characters(column), "D");

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public DateOnly? DateOrNull(int column) =>
        IsNull(column) ? null : Iso8601.ParseDay(Characters(column));

    public DateTimeOffset Time(int column) =>
        DateTimeOffset.ParseExact(Characters(column), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Converts a value to its stored form.</summary>
    public static string? Of(Guid? id) => id?.ToString("D");

    /// <inheritdoc cref="Of(Guid?)"/>
    public static string? Of(DateOnly? date) => date is { } day ? Iso8601.Day(day) : null;

    /// <inheritdoc cref="Of(Guid?)"/>
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(Guid?)"/>
    public static long Of(bool flag) => flag ? 1 : 0;

    private int LoadText(int column, ReadOnlySpan<byte> utf8, int start)
    {
        var longest = start + Encoding.UTF8.GetMaxCharCount(utf8.Length);
        if (_texts.Length < longest) Array.Resize(ref _texts, Math.Max(longest, _texts.Length * 2));
        var length = Encoding.UTF8.GetChars(utf8, _texts.AsSpan(start));
        _cells[column] = new Cell(CellKind.Text, start, length);
        return start + length;
    }

    private string Name(int column) => $"{table.Name}.{table.Columns[column].Name}";

    private FormatException Missing(int column) => new($"{Name(column)} is missing");

    private enum CellKind
    {
        Null,
        Number,
        Text,
    }

    // Value is the number, or the offset of the text.
    private readonly record struct Cell(CellKind Kind, long Value, int Length);
}
