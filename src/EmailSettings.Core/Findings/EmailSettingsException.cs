namespace EmailSettings.Core.Findings;

/// <summary>An operation was refused. <see cref="Faults"/> lists everything that is wrong, never only the first.</summary>
public sealed class EmailSettingsException : Exception
{
    /// <summary>Refuses an operation for the given faults (at least one).</summary>
    public EmailSettingsException(IReadOnlyList<Finding> faults, Exception? inner = null)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.Cause)), inner)
    {
        ArgumentOutOfRangeException.ThrowIfZero(faults.Count);
        Faults = faults;
    }

    /// <summary>Everything that is wrong, in the order found.</summary>
    public IReadOnlyList<Finding> Faults { get; }

    /// <summary>The row of the first fault.</summary>
    public FindingCode Code => Faults[0].Code;
}
