namespace EmailSettings.Core.Findings;

/// <summary>A finding in texts alone, which remoting brings back as they are.</summary>
/// <param name="Id">Stable id, that of an error or a warning.</param>
/// <param name="Severity"><c>Info</c>, <c>Warning</c> or <c>Error</c>.</param>
/// <param name="Cause">One sentence.</param>
/// <param name="NextStep">What to do next.</param>
public sealed record PlainFinding(string Id, string Severity, string Cause, string NextStep)
{
    internal static PlainFinding From(Finding finding) => new(finding.Id, finding.Severity.ToString(), finding.Cause, finding.NextStep);
}
