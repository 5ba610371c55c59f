using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>A page for people: headings, tables and sentences.</summary>
/// <param name="width">Most columns a line may take.</param>
/// <param name="isColored">Whether tones are shown.</param>
internal sealed class TextPage(int width, bool isColored)
{
    private const int Indent = 2;
    private readonly StringBuilder _text = new();

    /// <summary>Begins a part; an empty line keeps it from the one before.</summary>
    public TextPage Heading(string title, Tone tone = Tone.Heading)
    {
        if (_text.Length > 0) _text.Append('\n');
        return Line(title, tone);
    }

    /// <summary>A sentence of ours, wrapped.</summary>
    public TextPage Line(string sentence, Tone tone = Tone.Plain)
    {
        new Table().Add(Cell.Of(sentence, tone)).Write(_text, width, 0, isColored);
        return this;
    }

    /// <summary>A table under a heading.</summary>
    public TextPage Add(Table table)
    {
        table.Write(_text, width, Indent, isColored);
        return this;
    }

    /// <summary>Names and values under a heading.</summary>
    public TextPage Rows(string title, IReadOnlyList<Row> rows)
    {
        var table = new Table();
        foreach (var row in rows) table.Add(Cell.Of(row.Name), Cell.Of(row.Shown ?? row.Value));
        return Heading(title).Add(table);
    }

    public override string ToString() => _text.ToString();
}
