namespace EmailSettings.Core.Documents.Comparing;

/// <summary>A side of a comparison.</summary>
public enum ComparisonSide
{
    /// <summary>The baseline.</summary>
    Left,

    /// <summary>What is compared with it.</summary>
    Right,
}
