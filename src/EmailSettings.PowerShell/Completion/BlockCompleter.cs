using EmailSettings.Core.Access;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes blocks of settings that can be locked.</summary>
internal sealed class BlockCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() => Enum.GetNames<LockableBlock>().Select(block => (block, ""));
}
