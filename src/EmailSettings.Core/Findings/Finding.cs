namespace EmailSettings.Core.Findings;

/// <summary>Something a check found: a stable id, one sentence of cause, one next step.</summary>
/// <param name="Id">Stable id, <c>Stage.What</c>, or the id of an error.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Cause">One sentence; control characters escaped.</param>
/// <param name="NextStep">What to do next, one sentence.</param>
/// <param name="ServerText">What the server said, as received and escaped; null where none did.</param>
public sealed record Finding(string Id, Severity Severity, string Cause, string NextStep, string? ServerText = null)
{
    /// <summary>A fault or warning as a finding.</summary>
    public static Finding From(Fault fault, Severity severity) => new(fault.Id, severity, fault.Text, fault.Hint);

    /// <summary>The status that findings give a check: failed by an error, warning by a warning, else passed.</summary>
    public static CheckStatus StatusOf(IEnumerable<Finding> findings) =>
        findings.Select(finding => finding.Severity).DefaultIfEmpty(Severity.Info).Max() switch
        {
            Severity.Error => CheckStatus.Failed,
            Severity.Warning => CheckStatus.Warning,
            _ => CheckStatus.Passed,
        };

    /// <summary>Id and cause: a list of findings reads well.</summary>
    public override string ToString() => $"{Id}: {Cause}";
}
