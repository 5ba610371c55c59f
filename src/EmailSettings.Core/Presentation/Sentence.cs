namespace EmailSettings.Core.Presentation;

/// <summary>A sentence, as wide as the page.</summary>
/// <param name="text">The text and its tone.</param>
public sealed class Sentence(Cell text) : SectionPart
{
    /// <summary>The text and its tone.</summary>
    public Cell Text => text;
}
