namespace EmailSettings.Core.Presentation;

/// <summary>The meaning of a colour; it never conveys anything that the text does not.</summary>
public enum Tone
{
    /// <summary>No special meaning.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Doubtful,

    /// <summary>Wrong.</summary>
    Bad,
}
