namespace EmailSettings.Core.Documents.Comparing;

/// <summary>A side of a comparison.</summary>
public enum ComparisonSide
{
    /// <summary>What it starts from.</summary>
    Left,

    /// <summary>What it leads to.</summary>
    Right,
}
