namespace EmailSettings.Core.Presentation;

/// <summary>What a section holds: a <see cref="Sentence"/> or a <see cref="Table"/>.</summary>
public abstract class SectionPart
{
    private protected SectionPart()
    {
    }
}
