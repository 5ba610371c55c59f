using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Findings: in reports, and as errors and warnings of a call.</summary>
public static class FindingViews
{
    /// <summary>A call that was refused: all its errors, and the warnings that came before them, if any.</summary>
    public static IReadOnlyList<NamedValue> Refusal(IReadOnlyList<Finding> faults, IReadOnlyList<Finding> warnings, Front front)
    {
        var errors = new NamedValue("errors", faults.Select(fault => FaultValues(fault, front)));
        return warnings.Count == 0 ? [errors] : [errors, new("warnings", warnings.Select(warning => FaultValues(warning, front)))];
    }

    /// <summary>An error or a warning of a call as an object.</summary>
    internal static IReadOnlyList<NamedValue> FaultValues(Finding fault, Front front) =>
        [new("id", fault.Id), new("path", fault.Field), new("text", fault.Cause), new("hint", front.StepOf(fault))];

    /// <summary>A finding of a report as an object.</summary>
    internal static IReadOnlyList<NamedValue> Values(Finding finding, Front front) =>
        [new("id", finding.Id), new("severity", finding.Severity), new("cause", finding.Cause), new("nextStep", front.StepOf(finding))];

    /// <summary>A finding of a report that may stem from a server, as an object.</summary>
    internal static IReadOnlyList<NamedValue> ValuesWithServer(Finding finding, Front front) => [.. Values(finding, front), new("serverText", finding.ServerText)];

    /// <summary>Adds a finding: what is wrong, and beneath it what to do.</summary>
    internal static Table Add(this Table table, Finding finding, Front front) => table
        .Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"))
        .Add(Cell.Of(""), Cell.Of($"Next: {front.StepOf(finding)}"));
}
