namespace EmailSettings.Core.Findings;

/// <summary>The severity of a finding.</summary>
public enum Severity
{
    /// <summary>Information only.</summary>
    Info,

    /// <summary>Works, but needs attention.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Error,
}
