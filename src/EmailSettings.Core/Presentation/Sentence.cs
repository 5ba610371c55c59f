namespace EmailSettings.Core.Presentation;

/// <summary>A sentence across the full width of a page.</summary>
/// <param name="text">The text and its tone.</param>
public sealed class Sentence(Cell text) : SectionPart
{
    /// <summary>The text and its tone.</summary>
    public Cell Text => text;
}
