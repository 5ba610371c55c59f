namespace EmailSettings.Core.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Works, and yet needs attention.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Error,
}
