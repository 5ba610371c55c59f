using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>A readable page: headings, tables and sentences.</summary>
/// <param name="width">The maximum columns of a line.</param>
/// <param name="isColored">Whether tones are shown.</param>
internal sealed class TextPage(int width, bool isColored)
{
    private const int Indent = 2;
    private readonly StringBuilder _text = new();

    /// <summary>Starts a section, after an empty line if it is not the first.</summary>
    public TextPage Heading(string title, Tone tone = Tone.Heading)
    {
        if (_text.Length > 0) _text.Append('\n');
        return Line(title, tone);
    }

    /// <summary>Adds a sentence, wrapped.</summary>
    public TextPage Line(string sentence, Tone tone = Tone.Plain)
    {
        new Table().Add(Cell.Of(sentence, tone)).Write(_text, width, 0, isColored);
        return this;
    }

    /// <summary>Adds a table below a heading.</summary>
    public TextPage Add(Table table)
    {
        table.Write(_text, width, Indent, isColored);
        return this;
    }

    /// <summary>Adds names and values below a heading.</summary>
    public TextPage Rows(string title, IReadOnlyList<Row> rows)
    {
        var table = new Table();
        foreach (var row in rows) table.Add(Cell.Of(row.Name), Cell.Of(row.Shown ?? row.Value));
        return Heading(title).Add(table);
    }

    public override string ToString() => _text.ToString();
}
