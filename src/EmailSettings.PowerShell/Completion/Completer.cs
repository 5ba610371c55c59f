using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Completion;

/// <summary>
/// Offers the members of a set that begin with what was typed, quoted where they must be, each with a tooltip. It never
/// throws: a completer that fails offers nothing.
/// </summary>
public abstract class Completer : IArgumentCompleter
{
    /// <summary>Called by PowerShell on each Tab.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whoever presses Tab wants no error, whatever it is.")]
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var typed = (wordToComplete ?? "").Trim('\'', '"');
            return [.. Offers(typed, fakeBoundParameters).Where(offer => offer.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(Result)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The set: each member with what it is.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers() => [];

    /// <summary>The set, where it depends on what was typed.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers(string typed) => Offers();

    /// <summary>The set, where it depends on the other parameters of the call.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers(string typed, IDictionary others) => Offers(typed);

    private static CompletionResult Result((string Text, string Tooltip) offer) => new(
        NeedsQuotes(offer.Text) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(offer.Text)}'" : offer.Text,
        offer.Text, CompletionResultType.ParameterValue, offer.Tooltip.Length == 0 ? offer.Text : offer.Tooltip);

    // A bare word that is exactly one string token with this very value needs none, and neither does a number.
    private static bool NeedsQuotes(string text)
    {
        if (text.All(char.IsAsciiDigit)) return text.Length == 0;
        var command = Parser.ParseInput($"x {text}", out _, out var errors);
        return errors.Length > 0
            || command.EndBlock.Statements is not [PipelineAst { PipelineElements: [CommandAst { CommandElements: [_, StringConstantExpressionAst word] }] }]
            || word.Value != text;
    }
}
