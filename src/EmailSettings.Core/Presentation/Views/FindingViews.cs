using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of findings, of which errors and warnings of a call are some.</summary>
public static class FindingViews
{
    /// <summary>Returns a refused call as an object: all errors, and the warnings that preceded them, if any.</summary>
    public static IReadOnlyList<NamedValue> Refusal(IReadOnlyList<Finding> faults, IReadOnlyList<Finding> warnings, Front front)
    {
        var errors = new NamedValue("errors", faults.Select(fault => FaultValues(fault, front)));
        return warnings.Count == 0 ? [errors] : [errors, new("warnings", warnings.Select(warning => FaultValues(warning, front)))];
    }

    /// <summary>Returns an error or a warning of a call as an object.</summary>
    internal static IReadOnlyList<NamedValue> FaultValues(Finding fault, Front front) =>
        [new("id", fault.Id), new("path", fault.Field), new("text", fault.Cause), new("hint", front.StepOf(fault))];

    /// <summary>Returns a finding of a report as an object.</summary>
    internal static IReadOnlyList<NamedValue> Values(Finding finding, Front front) =>
        [new("id", finding.Id), new("severity", finding.Severity), new("cause", finding.Cause), new("nextStep", front.StepOf(finding))];

    /// <summary>Returns a finding of a report as an object, with the server's text.</summary>
    internal static IReadOnlyList<NamedValue> ValuesWithServer(Finding finding, Front front) => [.. Values(finding, front), new("serverText", finding.ServerText)];

    /// <summary>Adds a finding: the cause, and the next step beneath it.</summary>
    internal static Table Add(this Table table, Finding finding, Front front) => table
        .Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"))
        .Add(Cell.Of(""), Cell.Of($"Next: {front.StepOf(finding)}"));
}
