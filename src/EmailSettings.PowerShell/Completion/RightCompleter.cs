using EmailSettings.Core.Access;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Rights, each with what its holder may do.</summary>
public sealed class RightCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Right.All.Select(right => (right.Name, $"May {right.Meaning}"));
}
