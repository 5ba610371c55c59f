using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>All settings replaced by those of a backup.</summary>
/// <param name="Path">The backup.</param>
internal sealed record PlannedRestore(string Path) : PlannedWrite
{
    /// <inheritdoc/>
    public override bool IsEmpty => false;

    /// <inheritdoc/>
    public override long Commit(ISettingsStore store, ChangeRecord record, CancellationToken cancellation) => store.Restore(Path, record, cancellation);
}
