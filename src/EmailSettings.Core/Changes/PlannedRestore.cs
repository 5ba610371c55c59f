using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A planned replacement of all settings and secrets by those of a backup.</summary>
internal sealed record PlannedRestore : PlannedWrite
{
    /// <summary>The backup.</summary>
    public required StoreContent Content { get; init; }

    /// <summary>Whether the store is damaged and is replaced by a new one.</summary>
    public required bool ReplacesDamagedStore { get; init; }

    /// <inheritdoc/>
    public override bool IsEmpty => false;

    /// <inheritdoc/>
    public override long Commit(ISettingsStore store, ChangeRecord record, CancellationToken cancellation)
    {
        if (ReplacesDamagedStore) store.Backup.MoveAsideIfDamaged();
        return store.Commit(new StoreCommit(BaseRevision, Writes, record) { RevisionAbove = Content.State.Revision, EarlierHistory = BaseRevision == 0 ? Content.History : [] }, cancellation);
    }
}
