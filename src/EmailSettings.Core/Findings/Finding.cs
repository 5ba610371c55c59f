using System.Globalization;
using System.Text;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Findings;

/// <summary>
/// A problem or notice: an error, a warning, or a finding of a check or server test. It has a stable id, a one-sentence cause and
/// a next step.
/// </summary>
public sealed record Finding
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

    /// <summary>The kind of problem.</summary>
    public FindingKind Kind => Code.Kind;

    /// <summary>The severity of this occurrence.</summary>
    public Severity Severity { get; init; }

    /// <summary>What is wrong, in one sentence, with control characters escaped.</summary>
    public string Cause => Fill(CauseTemplate) + (Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "");

    /// <summary>What to do next, in one sentence.</summary>
    public string NextStep => Fill(StepTemplate);

    /// <summary>The next step with the command-line form first.</summary>
    public string CommandLineStep => Fill(CommandLineWording.First(StepTemplate));

    /// <summary>The server's text, escaped, on one line; null if there is none.</summary>
    public string? ServerText
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : DisplayText.Shorten(value.Trim().Replace('\n', ' '), ShownDetail);
    }

    /// <summary>The path of the field or the name of the object; null if there is none.</summary>
    public string? Field { get; init; }

    /// <summary>The offending value; never a secret.</summary>
    public object? Value { get; init; }

    /// <summary>What would be allowed.</summary>
    public string? Limit { get; init; }

    /// <summary>An additional text for the templates.</summary>
    public string? Detail { get; init; }

    /// <summary>The 1-based line in the document, if found in one.</summary>
    public int? Line { get; init; }

    /// <summary>The row of the message table.</summary>
    internal FindingCode Code { get; }

    /// <summary>The template of the cause; defaults to the row's.</summary>
    internal string CauseTemplate { get; init; }

    /// <summary>The template of the next step; defaults to the row's.</summary>
    internal string StepTemplate { get; init; }

    /// <summary>
    /// Returns the status of a check with these findings: failed if there is an error, warning if there is a warning, otherwise
    /// passed.
    /// </summary>
    public static CheckStatus StatusOf(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = Severity.Info;
        foreach (var finding in findings)
        {
            if (finding.Severity > worst) worst = finding.Severity;
        }
        return worst switch
        {
            Severity.Error => CheckStatus.Failed,
            Severity.Warning => CheckStatus.Warning,
            _ => CheckStatus.Passed,
        };
    }

    /// <summary>Returns id and cause, for lists of findings.</summary>
    public override string ToString() => $"{Id}: {Cause}";

    // In one pass, so that values that look like placeholders stay as they are.
    private string Fill(string template)
    {
        var filled = new StringBuilder();
        var start = 0;
        for (var open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            var close = template.IndexOf('}', open);
            if (close < 0) break;
            if (!TryFill(template.AsSpan(open, close - open + 1), out var text)) continue;
            filled.Append(template, start, open - start).Append(text);
            start = close + 1;
        }
        return start == 0 ? template : filled.Append(template, start, template.Length - start).ToString();
    }

    private bool TryFill(ReadOnlySpan<char> placeholder, out string? text)
    {
        var (isKnown, value, length) = placeholder switch
        {
            "{field}" => (true, Field, ShownLength),
            "{value}" => (true, Convert.ToString(Value, CultureInfo.InvariantCulture), ShownLength),
            "{limit}" => (true, Limit, ShownDetail),
            "{detail}" => (true, Detail, ShownDetail),
            _ => (false, null, 0),
        };
        text = DisplayText.Shorten(value, length);
        return isKnown;
    }
}
