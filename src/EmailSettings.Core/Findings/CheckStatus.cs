namespace EmailSettings.Core.Findings;

/// <summary>How a check or a stage of a test ended.</summary>
public enum CheckStatus
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>Works, with at least one warning.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,

    /// <summary>Was not made, because something before it failed or it does not apply.</summary>
    Skipped,
}
