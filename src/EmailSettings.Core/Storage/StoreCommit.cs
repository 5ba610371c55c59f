namespace EmailSettings.Core.Storage;

/// <summary>What to write in one transaction.</summary>
/// <param name="BaseRevision">The revision the change is based on; the commit fails if the store has another.</param>
/// <param name="Writes">What to write, in order.</param>
/// <param name="Record">The history row; the store sets its revision.</param>
public sealed record StoreCommit(long BaseRevision, IReadOnlyList<StoreWrite> Writes, ChangeRecord Record)
{
    /// <summary>The new revision is also greater than this one, so that no revision ever stands for two states.</summary>
    public long Beyond { get; init; }

    /// <summary>Older history, newest first, that an empty store takes over before the row of this commit.</summary>
    public IReadOnlyList<ChangeRecord> Earlier { get; init; } = [];
}
