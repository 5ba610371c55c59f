namespace EmailSettings.Core.Presentation;

/// <summary>
/// Output for people, independent of its layout: sections of sentences and tables, which each renderer lays out in its own way.
/// </summary>
public sealed class Page
{
    private readonly List<Section> _sections = [];

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<Section> Sections => _sections;

    /// <summary>Begins a section under a heading.</summary>
    public Page Heading(string title, Tone tone = Tone.Heading)
    {
        _sections.Add(new Section(Cell.Of(title, tone)));
        return this;
    }

    /// <summary>Begins a section without a heading.</summary>
    public Page Break()
    {
        _sections.Add(new Section(null));
        return this;
    }

    /// <summary>Adds a sentence to the current section.</summary>
    public Page Line(string sentence, Tone tone = Tone.Plain) => Add(new Sentence(Cell.Of(sentence, tone)));

    /// <summary>Adds a table or a sentence to the current section.</summary>
    public Page Add(SectionPart part)
    {
        if (_sections.Count == 0) Break();
        _sections[^1].Add(part);
        return this;
    }

    /// <summary>Adds a section of names and values.</summary>
    public Page Add(string title, IEnumerable<NamedValue> values)
    {
        var table = new Table();
        foreach (var value in values) table.Add(Cell.Of(value.Name), Cell.Of(value.Shown ?? value.Value));
        return Heading(title).Add(table);
    }
}
