namespace EmailSettings.Core.Presentation;

/// <summary>Rows of cells.</summary>
/// <param name="head">Names of the columns; none for a table that explains itself.</param>
public sealed class Table(params string[] head) : SectionPart
{
    private readonly List<Cell[]> _rows = [];

    /// <summary>Names of the columns; empty for a table that explains itself.</summary>
    public IReadOnlyList<string> Head => head;

    /// <summary>The rows, in order; the last ones of a row's cells may be absent.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => _rows;

    /// <summary>Adds a row.</summary>
    public Table Add(params Cell[] cells)
    {
        _rows.Add(cells);
        return this;
    }
}
