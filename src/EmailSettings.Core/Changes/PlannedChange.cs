using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A planned change of settings, secrets or the certificate.</summary>
internal sealed record PlannedChange : PlannedWrite
{
    /// <inheritdoc/>
    public override bool IsEmpty => Writes.Count == 0;

    /// <inheritdoc/>
    public override long Commit(ISettingsStore store, ChangeRecord record, CancellationToken cancellation) =>
        store.Commit(new StoreCommit(BaseRevision, Writes, record), cancellation);
}
