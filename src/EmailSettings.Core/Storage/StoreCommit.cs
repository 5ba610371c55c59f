namespace EmailSettings.Core.Storage;

/// <summary>What to write in one transaction.</summary>
/// <param name="BaseRevision">The revision the change is based on; the commit fails if the store has another.</param>
/// <param name="Writes">What to write, in order.</param>
/// <param name="Record">The history row; the store sets its revision.</param>
public sealed record StoreCommit(long BaseRevision, IReadOnlyList<StoreWrite> Writes, ChangeRecord Record)
{
    /// <summary>The new revision will be greater than this one, too, so that no revision is used twice.</summary>
    public long RevisionAbove { get; init; }

    /// <summary>History to write before the row of this commit, newest first; only for a store without history.</summary>
    public IReadOnlyList<ChangeRecord> EarlierHistory { get; init; } = [];
}
