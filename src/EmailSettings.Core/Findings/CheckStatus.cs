namespace EmailSettings.Core.Findings;

/// <summary>The outcome of a check or a test stage.</summary>
public enum CheckStatus
{
    /// <summary>No problem was found.</summary>
    Passed,

    /// <summary>Works, but with at least one warning.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,

    /// <summary>Was not run, because an earlier step failed or it does not apply.</summary>
    Skipped,
}
