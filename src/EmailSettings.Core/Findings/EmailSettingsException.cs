namespace EmailSettings.Core.Findings;

/// <summary>
/// Thrown when an operation is refused. <see cref="Faults"/> lists everything that is wrong, not only the first problem.
/// </summary>
public sealed class EmailSettingsException : Exception
{
    /// <summary>Creates the exception for at least one fault.</summary>
    public EmailSettingsException(IReadOnlyList<Finding> faults, Exception? inner = null)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.Cause)), inner)
    {
        ArgumentOutOfRangeException.ThrowIfZero(faults.Count);
        Faults = faults;
    }

    /// <summary>Everything that is wrong, in the order found.</summary>
    public IReadOnlyList<Finding> Faults { get; }

    /// <summary>The code of the first fault.</summary>
    public FindingCode Code => Faults[0].Code;
}
