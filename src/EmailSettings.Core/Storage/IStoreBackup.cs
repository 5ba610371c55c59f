using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Backups of a store: files with its settings, history and protected secrets, but no keys.</summary>
public interface IStoreBackup
{
    /// <summary>Writes a backup.</summary>
    /// <param name="path">The path of a file that does not exist yet.</param>
    /// <param name="cancellation">Cancels writing; no file is left behind.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreNotFound"/>, <see cref="StoreErrors.FileExists"/>, and the errors of reading a store.
    /// </exception>
    void Write(string path, CancellationToken cancellation = default);

    /// <summary>
    /// Reads a backup as untrusted input: tables, values and sizes are validated. Neither the store nor the file is changed.
    /// </summary>
    /// <param name="path">The path of the backup.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.StoreDamaged"/> for invalid content,
    /// <see cref="StoreErrors.StoreForeign"/>, <see cref="StoreErrors.StoreNewer"/>.
    /// </exception>
    StoreContent Read(string path, CancellationToken cancellation = default);

    /// <summary>Renames the store's files if it is damaged, so that the next commit creates a new one.</summary>
    /// <returns>True if the store was damaged.</returns>
    bool MoveAsideIfDamaged();
}
