namespace EmailSettings.Core.Access;

/// <summary>One row of the operation table.</summary>
/// <param name="Name">A unique name.</param>
/// <param name="Does">What it does, worded to follow "may not".</param>
/// <param name="Right">The required right; null for none.</param>
/// <param name="Blocks">The blocks that it changes; they must not be locked.</param>
public sealed record GuardedOperation(string Name, string Does, Right? Right, params IReadOnlyList<LockableBlock> Blocks)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
