namespace EmailSettings.Core.Storage;

/// <summary>What is to be written in one transaction.</summary>
/// <param name="BaseRevision">The revision the change was worked out from; another one in the store refuses it.</param>
/// <param name="Writes">What to write, in order.</param>
/// <param name="Record">The history row; its revision is set by the store.</param>
public sealed record StoreCommit(long BaseRevision, IReadOnlyList<StoreWrite> Writes, ChangeRecord Record)
{
    /// <summary>The new revision lies beyond this one too, so that no revision ever means two states.</summary>
    public long Beyond { get; init; }

    /// <summary>History, newest first, that a store without any takes over before the row of this commit.</summary>
    public IReadOnlyList<ChangeRecord> Earlier { get; init; } = [];
}
