using System.Globalization;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Findings;

/// <summary>One thing that is wrong, or a warning: the code, where, the value, the limit and the next step.</summary>
/// <param name="Code">The row of the error table.</param>
/// <param name="Field">Path of the field or name of the thing; null where there is none.</param>
/// <param name="Value">The offending value; never a secret.</param>
/// <param name="Limit">What is allowed.</param>
/// <param name="Detail">Anything more that the text asks for.</param>
public sealed record Fault(ErrorCode Code, string? Field, object? Value, string? Limit, string? Detail)
{
    /// <summary>The stable id of the code.</summary>
    public string Id => Code.Id;

    /// <summary>1-based line in the document, where the fault was found in one.</summary>
    public int? Line { get; init; }

    /// <summary>What is wrong, with the value and the limit filled in; control characters escaped.</summary>
    public string Text => Fill(Code.Text) + (Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "");

    /// <summary>What to do next.</summary>
    public string Hint => Fill(Code.Hint);

    private string Fill(string template) => template
        .Replace("{field}", DisplayText.Shorten(Field, 200), StringComparison.Ordinal)
        .Replace("{limit}", Limit, StringComparison.Ordinal)
        .Replace("{detail}", Detail, StringComparison.Ordinal)
        .Replace("{value}", DisplayText.Shorten(Convert.ToString(Value, CultureInfo.InvariantCulture)), StringComparison.Ordinal);
}
