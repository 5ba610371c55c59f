using System.Text;

namespace EmailSettings.Cli.Output;

/// <summary>Aligned columns within a width; long cells wrap inside their column, nothing is cut off.</summary>
internal sealed class Table
{
    private const int Gap = 2;
    private const int LeastColumn = 8;
    private const int ReadableColumn = 20;
    private readonly List<Cell[]> _rows = [];

    public Table Add(params Cell[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes the lines of the table.</summary>
    /// <param name="target">Takes the lines.</param>
    /// <param name="width">Most columns of the terminal a line may take.</param>
    /// <param name="indent">Spaces before each line.</param>
    /// <param name="isColored">Whether tones are shown.</param>
    public void Write(StringBuilder target, int width, int indent, bool isColored)
    {
        if (_rows.Count == 0) return;
        var widths = Fit(width - indent);
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => LineBreaks.Wrap(cell.Text, widths[column])).ToList();
            for (var line = 0; line < cells.Max(lines => lines.Count); line++)
            {
                target.Append(' ', indent);
                var pending = 0;
                for (var column = 0; column < row.Length; column++)
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
    }

    // The widest column gives way until the table fits; the first one, which names the row, only when the others are narrow.
    private int[] Fit(int width)
    {
        var widths = new int[_rows.Max(row => row.Length)];
        foreach (var row in _rows)
        {
            for (var column = 0; column < row.Length; column++) widths[column] = Math.Max(widths[column], Math.Min(width, DisplayWidth.Of(row[column].Text)));
        }
        for (var tooMuch = widths.Sum() + (Gap * (widths.Length - 1)) - width; tooMuch > 0; tooMuch--)
        {
            var others = widths.AsSpan(1);
            var first = others.Length > 0 && Max(others) > ReadableColumn ? 1 : 0;
            var widest = Max(widths.AsSpan(first));
            if (widest <= LeastColumn) break;
            widths[Array.LastIndexOf(widths, widest)]--;
        }
        return widths;
    }

    private static int Max(ReadOnlySpan<int> widths)
    {
        var most = 0;
        foreach (var width in widths) most = Math.Max(most, width);
        return most;
    }
}
