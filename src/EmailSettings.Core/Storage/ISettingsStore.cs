using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Keeps the settings. Safe for use by several threads; failures are errors of <see cref="StoreErrors"/>.</summary>
public interface ISettingsStore : IDisposable
{
    /// <summary>File path, or address without a password. Opens nothing.</summary>
    string Location { get; }

    /// <summary>Its backups.</summary>
    IStoreBackup Backup { get; }

    /// <summary>What it is and how far it has come.</summary>
    StoreDescription Describe();

    /// <summary>Reads the parts asked for, in one consistent view. A store that does not exist yet reads as defaults.</summary>
    StoredState Read(StoreParts parts);

    /// <summary>Writes all or nothing, durable when it returns; creates the store where there is none.</summary>
    /// <param name="commit">What to write, and on which revision.</param>
    /// <param name="cancellation">Ends the wait for a store that another process holds; what is being written is written.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreConflictException">The store is no longer at the base revision.</exception>
    long Commit(StoreCommit commit, CancellationToken cancellation = default);

    /// <summary>
    /// Writes down what changes no setting, durable when it returns; the revision stays. Nothing happens where there is no store.
    /// </summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StoreLocked"/> at once, where it may be lost and another
    /// process is writing.</exception>
    void Note(StoreNote note);

    /// <summary>The history, newest first, refusals included.</summary>
    /// <param name="last">Most rows; null for all.</param>
    IReadOnlyList<ChangeRecord> ReadHistory(int? last = null);

    /// <summary>Looks at the store's own soundness; tells what is wrong, nothing if all is well.</summary>
    IReadOnlyList<Finding> Verify();
}
