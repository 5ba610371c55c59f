namespace EmailSettings.Messages.Reading;

/// <summary>Whether a text's bytes are what its charset says.</summary>
public enum CharsetFit
{
    /// <summary>They are.</summary>
    Fits,

    /// <summary>No charset is named, and the text is not plain ASCII.</summary>
    NotNamed,

    /// <summary>The charset is not known.</summary>
    Unknown,

    /// <summary>The bytes are no text in that charset.</summary>
    Wrong,
}
