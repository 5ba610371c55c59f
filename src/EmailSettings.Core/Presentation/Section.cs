namespace EmailSettings.Core.Presentation;

/// <summary>A part of a page that belongs together.</summary>
/// <param name="heading">The heading; null for none.</param>
public sealed class Section(Cell? heading)
{
    private readonly List<SectionPart> _parts = [];

    /// <summary>Gets the heading; null for none.</summary>
    public Cell? Heading => heading;

    /// <summary>Sentences and tables, in order.</summary>
    public IReadOnlyList<SectionPart> Parts => _parts;

    internal void Add(SectionPart part) => _parts.Add(part);
}
