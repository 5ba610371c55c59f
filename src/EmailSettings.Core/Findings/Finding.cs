using System.Globalization;
using System.Text.RegularExpressions;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Findings;

/// <summary>
/// One thing that is wrong or worth knowing: an error, a warning, or what a check or a test of a server found. It has a
/// stable id, one sentence of cause and one next step.
/// </summary>
public sealed partial record Finding
{
    private const int ShownLength = 300;
    private const int ShownDetail = 2000;

    internal Finding(FindingCode code)
    {
        Code = code;
        Severity = code.Severity;
        CauseTemplate = code.Cause;
        StepTemplate = code.NextStep;
    }

    /// <summary>The stable id.</summary>
    public string Id => Code.Id;

    /// <summary>What sort of trouble it is.</summary>
    public FindingKind Kind => Code.Kind;

    /// <summary>How much it weighs here.</summary>
    public Severity Severity { get; init; }

    /// <summary>What is wrong, one sentence; control characters escaped.</summary>
    public string Cause => Fill(CauseTemplate) + (Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "");

    /// <summary>What to do next, one sentence.</summary>
    public string NextStep => Fill(StepTemplate);

    /// <summary>The next step for whoever works on the command line, whose own way comes first.</summary>
    public string CommandLineStep => Fill(CommandLineWording.First(StepTemplate));

    /// <summary>What the server said, escaped, on one line; null where none did.</summary>
    public string? ServerText
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : DisplayText.Shorten(value.Trim().Replace('\n', ' '), ShownDetail);
    }

    /// <summary>Path of the field or name of the thing; null where there is none.</summary>
    public string? Field { get; init; }

    /// <summary>The offending value; never a secret.</summary>
    public object? Value { get; init; }

    /// <summary>What is allowed.</summary>
    public string? Limit { get; init; }

    /// <summary>Anything more that the texts ask for.</summary>
    public string? Detail { get; init; }

    /// <summary>1-based line in the document, where it was found in one.</summary>
    public int? Line { get; init; }

    /// <summary>The row of the table.</summary>
    internal FindingCode Code { get; }

    /// <summary>The cause before it is filled in, where the situation asks for another one than the row's.</summary>
    internal string CauseTemplate { get; init; }

    /// <summary>The next step before it is filled in, where the situation asks for another one than the row's.</summary>
    internal string StepTemplate { get; init; }

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

    // In one pass: a value that looks like a placeholder stays what it is.
    private string Fill(string template) => Placeholder().Replace(template, match => match.ValueSpan switch
    {
        "{field}" => DisplayText.Shorten(Field, ShownLength),
        "{value}" => DisplayText.Shorten(Convert.ToString(Value, CultureInfo.InvariantCulture), ShownLength),
        "{limit}" => DisplayText.Shorten(Limit, ShownDetail),
        _ => DisplayText.Shorten(Detail, ShownDetail),
    });

    [GeneratedRegex(@"\{(?:field|value|limit|detail)\}")]
    private static partial Regex Placeholder();
}
