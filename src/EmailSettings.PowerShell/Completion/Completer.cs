using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Completion;

/// <summary>
/// Offers the members of a set that start with the typed text, quoted where needed, each with a tooltip. It never throws: a
/// completer that fails offers nothing.
/// </summary>
internal abstract class Completer : IArgumentCompleter
{
    /// <summary>Called by PowerShell on each Tab.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Tab completion must never show an error.")]
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

    /// <summary>Gets the set: each member with its description.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers() => [];

    /// <summary>Gets the set, if it depends on the typed text.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers(string typed) => Offers();

    /// <summary>Gets the values that depend on other parameters of the call.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offers(string typed, IDictionary others) => Offers(typed);

    private static CompletionResult Result((string Text, string Tooltip) offer) => new(
        NeedsQuotes(offer.Text) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(offer.Text)}'" : offer.Text,
        offer.Text, CompletionResultType.ParameterValue, offer.Tooltip.Length == 0 ? offer.Text : offer.Tooltip);

    // A number, or a bare word that parses as exactly one string token with this value, needs no quotes.
    private static bool NeedsQuotes(string text)
    {
        if (text.All(char.IsAsciiDigit)) return text.Length == 0;
        var command = Parser.ParseInput($"x {text}", out _, out var errors);
        return errors.Length > 0
            || command.EndBlock.Statements is not [PipelineAst { PipelineElements: [CommandAst { CommandElements: [_, StringConstantExpressionAst word] }] }]
            || word.Value != text;
    }
}
