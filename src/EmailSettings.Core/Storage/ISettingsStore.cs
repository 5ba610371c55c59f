using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Stores the settings. Thread-safe; failures are errors of <see cref="StoreErrors"/>.</summary>
public interface ISettingsStore : IDisposable
{
    /// <summary>The file path, or the address without a password. Reading it does not open the store.</summary>
    string Location { get; }

    /// <summary>The backups of the store.</summary>
    IStoreBackup Backup { get; }

    /// <summary>Returns what kind of store it is and its revision.</summary>
    StoreDescription Describe();

    /// <summary>Reads the requested parts as one consistent snapshot. A store that does not exist yet has the defaults.</summary>
    StoredState Read(StoreParts parts);

    /// <summary>Writes atomically and durably; creates the store if needed.</summary>
    /// <param name="commit">What to write, and the base revision.</param>
    /// <param name="cancellation">Cancels the wait for a lock of another process; a write that has begun is completed.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreConflictException">The store is no longer at the base revision.</exception>
    long Commit(StoreCommit commit, CancellationToken cancellation = default);

    /// <summary>
    /// Durably records something that changes no setting and keeps the revision. Does nothing if the store does not exist.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreLocked"/>; immediately if another process is writing and the note is best effort.
    /// </exception>
    void Note(StoreNote note);

    /// <summary>Returns the history, newest first, including refusals.</summary>
    /// <param name="last">The maximum number of rows; null for all.</param>
    IReadOnlyList<ChangeRecord> ReadHistory(int? last = null);

    /// <summary>Checks the integrity of the store; returns what is wrong, or nothing.</summary>
    IReadOnlyList<Finding> Verify();
}
