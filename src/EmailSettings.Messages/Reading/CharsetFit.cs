namespace EmailSettings.Messages.Reading;

/// <summary>Whether a text's bytes match its charset.</summary>
public enum CharsetFit
{
    /// <summary>They match.</summary>
    Fits,

    /// <summary>No charset is given, and the text is not plain ASCII.</summary>
    NotNamed,

    /// <summary>The charset is unknown.</summary>
    Unknown,

    /// <summary>The bytes are not valid in that charset.</summary>
    Wrong,
}
