using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes $true and $false.</summary>
internal sealed class BooleanCompleter : IArgumentCompleter
{
    /// <summary>Called by PowerShell on each Tab.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").TrimStart('$');
        string[] values = ["$true", "$false"];
        return values.Where(text => text.AsSpan(1).StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(text => new CompletionResult(text, text, CompletionResultType.ParameterValue, text));
    }
}
