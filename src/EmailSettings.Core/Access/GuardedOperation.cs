namespace EmailSettings.Core.Access;

/// <summary>One row of the table operation → right.</summary>
/// <param name="Name">A name of its own.</param>
/// <param name="Does">What it does, as it stands after "may not".</param>
/// <param name="Right">The right that it needs; null for none.</param>
/// <param name="Blocks">The blocks that it changes, which must not be locked.</param>
public sealed record GuardedOperation(string Name, string Does, Right? Right, params IReadOnlyList<LockableBlock> Blocks)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
