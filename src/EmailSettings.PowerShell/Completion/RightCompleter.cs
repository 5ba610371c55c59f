using EmailSettings.Core.Access;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes rights, with what their holders may do.</summary>
internal sealed class RightCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Right.All.Select(right => (right.Name, $"May {right.Meaning}"));
}
