using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Completion;

/// <summary>True and false as PowerShell writes them.</summary>
public sealed class BooleanCompleter : IArgumentCompleter
{
    /// <summary>Called by PowerShell on each Tab.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        new[] { "$true", "$false" }.Where(value => value.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase) || value[1..].StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
}
