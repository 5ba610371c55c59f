using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>
/// Aligned columns within a width; long cells wrap inside their column, nothing is cut off. Where the columns would get too
/// narrow to be read, each row of a table with a head becomes lines of name and value; without a head, the last column goes
/// beneath the others.
/// </summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int ShortColumn = 12;
    private const int ReadableColumn = 20;

    /// <summary>Writes the lines of the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">Takes the lines.</param>
    /// <param name="width">Most columns of the terminal a line may take.</param>
    /// <param name="indent">Spaces before each line.</param>
    /// <param name="isColored">Whether tones are shown.</param>
    public static void Write(Table table, StringBuilder target, int width, int indent, bool isColored)
    {
        var hasHead = table.Head.Count > 0;
        IReadOnlyList<IReadOnlyList<Cell>> rows = hasHead ? [[.. table.Head.Select(name => Cell.Of(name, Tone.Heading))], .. table.Rows] : table.Rows;
        if (rows.Count == 0) return;
        var room = width - indent;
        var count = rows.Max(row => row.Count);
        var widths = TextWidths(rows, count, room);
        var least = LeastWidths(rows, widths, room);
        // The last column usually holds sentences; the others hold names and values.
        if (!hasHead) least[^1] = Math.Min(widths[^1], ReadableColumn);
        if (Shrink(widths, room, least))
        {
            foreach (var row in rows) WriteRow(target, row, widths, indent, isColored);
        }
        else if (hasHead)
        {
            WriteRecords(table, target, width, indent, isColored);
        }
        else
        {
            WriteLastBeneath(target, rows, count - 1, width, indent, isColored);
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

    private static void WriteLastBeneath(StringBuilder target, IReadOnlyList<IReadOnlyList<Cell>> rows, int last, int width, int indent, bool isColored)
    {
        var widths = TextWidths(rows, last, width - indent);
        var least = LeastWidths(rows, widths, width - indent);
        if (!Shrink(widths, width - indent, least)) Shrink(widths, width - indent, [.. least.Select(_ => 1)]);
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
        for (var line = 0; line < cells.Max(lines => lines.Count); line++)
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

    private static int[] TextWidths(IReadOnlyList<IReadOnlyList<Cell>> rows, int count, int most)
    {
        var widths = new int[count];
        foreach (var row in rows)
        {
            for (var column = 0; column < Math.Min(row.Count, count); column++) widths[column] = Math.Max(widths[column], Math.Min(most, DisplayWidth.Of(row[column].Text)));
        }
        return widths;
    }

    // Short columns stay whole, and others keep their longest word whole up to a width at which they can be read; what names
    // the row may take half of it.
    private static int[] LeastWidths(IReadOnlyList<IReadOnlyList<Cell>> rows, int[] widths, int room)
    {
        if (TooMuch(widths, room) <= 0) return [.. widths];
        var least = new int[widths.Length];
        for (var column = 0; column < widths.Length; column++)
        {
            least[column] = Math.Min(widths[column], ShortColumn);
            if (widths[column] <= ShortColumn) continue;
            var enough = column == 0 && widths.Length > 1 ? Math.Max(room / 2, ReadableColumn) : ReadableColumn;
            foreach (var row in rows)
            {
                if (least[column] < enough && column < row.Count) least[column] = Math.Max(least[column], Math.Min(enough, LineBreaks.LongestPart(row[column].Text)));
            }
        }
        return least;
    }

    // The widest column gives way until the table fits; the first one, which names the row, only when the others are narrow.
    private static bool Shrink(int[] widths, int room, int[] least)
    {
        for (var tooMuch = TooMuch(widths, room); tooMuch > 0; tooMuch--)
        {
            var widest = Widest(widths, least, from: 1);
            if (widest < 0 || widths[widest] <= ReadableColumn) widest = Widest(widths, least, from: 0);
            if (widest < 0) return false;
            widths[widest]--;
        }
        return true;
    }

    private static int TooMuch(int[] widths, int room) => widths.Sum() + (Gap * (widths.Length - 1)) - room;

    private static int Widest(int[] widths, int[] least, int from)
    {
        var widest = -1;
        for (var column = from; column < widths.Length; column++)
        {
            if (widths[column] > least[column] && (widest < 0 || widths[column] >= widths[widest])) widest = column;
        }
        return widest;
    }
}
