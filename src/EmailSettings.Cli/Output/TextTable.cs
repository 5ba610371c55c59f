using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>
/// Aligns columns within a width; long cells wrap inside their column, and nothing is cut off. If the columns became too narrow
/// to read, each row of a table with a header becomes lines of name and value; without a header, the last column moves beneath
/// the others.
/// </summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int ShortWidth = 12;
    private const int ReadableWidth = 20;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">Receives the lines.</param>
    /// <param name="width">The maximum width of a line, in columns.</param>
    /// <param name="indent">Spaces before each line.</param>
    /// <param name="isColored">Whether to use colours.</param>
    public static void Write(Table table, StringBuilder target, int width, int indent, bool isColored)
    {
        var hasHead = table.Head.Count > 0;
        IReadOnlyList<IReadOnlyList<Cell>> rows = hasHead ? [[.. table.Head.Select(name => Cell.Of(name, Tone.Heading))], .. table.Rows] : table.Rows;
        if (rows.Count == 0) return;
        var room = width - indent;
        var count = Largest(rows, row => row.Count);
        var widths = TextWidths(rows, count, room);
        var minimum = MinWidths(rows, widths, room);
        // The last column usually holds sentences; the others hold names and values.
        if (!hasHead) minimum[^1] = Math.Min(widths[^1], ReadableWidth);
        if (Shrink(widths, room, minimum))
        {
            foreach (var row in rows) WriteRow(target, row, widths, indent, isColored);
        }
        else if (hasHead)
        {
            WriteRecords(table, target, width, indent, isColored);
        }
        else
        {
            WriteLastColumnBeneath(target, rows, count - 1, width, indent, isColored);
        }
    }

    private static void WriteRecords(Table table, StringBuilder target, int width, int indent, bool isColored)
    {
        var isFirst = true;
        foreach (var row in table.Rows)
        {
            if (!isFirst) target.Append('\n');
            isFirst = false;
            var record = new Table();
            for (var column = 0; column < row.Count; column++) record.Add(Cell.Of(table.Head[column], Tone.Heading), row[column]);
            Write(record, target, width, indent, isColored);
        }
    }

    private static void WriteLastColumnBeneath(StringBuilder target, IReadOnlyList<IReadOnlyList<Cell>> rows, int last, int width, int indent, bool isColored)
    {
        var widths = TextWidths(rows, last, width - indent);
        var minimum = MinWidths(rows, widths, width - indent);
        if (!Shrink(widths, width - indent, minimum)) Shrink(widths, width - indent, [.. minimum.Select(_ => 1)]);
        foreach (var row in rows)
        {
            Cell[] first = [.. row.Take(last)];
            if (first.Any(cell => cell.Text.Length > 0)) WriteRow(target, first, widths, indent, isColored);
            if (row.Count > last && row[last].Text.Length > 0) WriteRow(target, [row[last]], [width - indent - Gap], indent + Gap, isColored);
        }
    }

    private static void WriteRow(StringBuilder target, IReadOnlyList<Cell> row, int[] widths, int indent, bool isColored)
    {
        var cells = row.Select((cell, column) => LineBreaks.Wrap(cell.Text, widths[column])).ToList();
        var height = Largest(cells, lines => lines.Count);
        for (var line = 0; line < height; line++)
        {
            target.Append(' ', indent);
            var pending = 0;
            for (var column = 0; column < row.Count; column++)
            {
                var text = line < cells[column].Count ? cells[column][line] : "";
                if (text.Length > 0)
                {
                    target.Append(' ', pending).Append(TerminalColor.Paint(text, row[column].Tone, isColored));
                    pending = 0;
                }
                pending += widths[column] - DisplayWidth.Of(text) + Gap;
            }
            target.Append('\n');
        }
    }

    private static int[] TextWidths(IReadOnlyList<IReadOnlyList<Cell>> rows, int count, int max)
    {
        var widths = new int[count];
        foreach (var row in rows)
        {
            for (var column = 0; column < Math.Min(row.Count, count); column++) widths[column] = Math.Max(widths[column], Math.Min(max, DisplayWidth.Of(row[column].Text)));
        }
        return widths;
    }

    // Short columns are not shrunk. Others keep their longest word whole up to a readable width; the first column, which names the
    // row, may keep half of the line.
    private static int[] MinWidths(IReadOnlyList<IReadOnlyList<Cell>> rows, int[] widths, int room)
    {
        if (Excess(widths, room) <= 0) return [.. widths];
        var minimum = new int[widths.Length];
        for (var column = 0; column < widths.Length; column++)
        {
            minimum[column] = Math.Min(widths[column], ShortWidth);
            if (widths[column] <= ShortWidth) continue;
            var limit = column == 0 && widths.Length > 1 ? Math.Max(room / 2, ReadableWidth) : ReadableWidth;
            foreach (var row in rows)
            {
                if (minimum[column] < limit && column < row.Count) minimum[column] = Math.Max(minimum[column], Math.Min(limit, LineBreaks.LongestUnbreakable(row[column].Text)));
            }
        }
        return minimum;
    }

    // Shrinks the widest column until the table fits; the first one, which names the row, only when the others are narrow.
    private static bool Shrink(int[] widths, int room, int[] minimum)
    {
        for (var excess = Excess(widths, room); excess > 0; excess--)
        {
            var widest = Widest(widths, minimum, from: 1);
            if (widest < 0 || widths[widest] <= ReadableWidth) widest = Widest(widths, minimum, from: 0);
            if (widest < 0) return false;
            widths[widest]--;
        }
        return true;
    }

    private static int Excess(int[] widths, int room)
    {
        var used = Gap * (widths.Length - 1);
        foreach (var width in widths) used += width;
        return used - room;
    }

    // Unlike LINQ's Max and Sum, whose vectors are compiled when a process starts.
    private static int Largest<T>(IReadOnlyList<T> items, Func<T, int> size)
        where T : class
    {
        var largest = 0;
        foreach (var item in items) largest = Math.Max(largest, size(item));
        return largest;
    }

    private static int Widest(int[] widths, int[] minimum, int from)
    {
        var widest = -1;
        for (var column = from; column < widths.Length; column++)
        {
            if (widths[column] > minimum[column] && (widest < 0 || widths[column] >= widths[widest])) widest = column;
        }
        return widest;
    }
}
