namespace EmailSettings.Core.Presentation;

/// <summary>Rows of cells.</summary>
/// <param name="head">The column names; none for a table without a header.</param>
public sealed class Table(params string[] head) : SectionPart
{
    private readonly List<Cell[]> _rows = [];

    /// <summary>Gets the column names; empty for a table without a header.</summary>
    public IReadOnlyList<string> Head => head;

    /// <summary>Gets the rows, in order; trailing cells of a row may be missing.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => _rows;

    /// <summary>Adds a row.</summary>
    public Table Add(params Cell[] cells)
    {
        _rows.Add(cells);
        return this;
    }
}
