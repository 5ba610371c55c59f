using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Backups of a store: files with all of its content, protected secrets included, and no key.</summary>
public interface IStoreBackup
{
    /// <summary>Writes a backup.</summary>
    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="cancellation">Ends the writing; no file is left behind.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreNotFound"/>, <see cref="StoreErrors.FileExists"/>, and as for reading a store.
    /// </exception>
    void Write(string path, CancellationToken cancellation = default);

    /// <summary>
    /// Reads a backup as data from outside: tables, values and sizes are checked before anything is given back. Neither the
    /// store nor the file is changed.
    /// </summary>
    /// <param name="path">The backup.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.StoreDamaged"/> for one that is unsound,
    /// <see cref="StoreErrors.StoreForeign"/>, <see cref="StoreErrors.StoreNewer"/>.
    /// </exception>
    StoreContent Read(string path, CancellationToken cancellation = default);

    /// <summary>
    /// Moves a damaged store aside with everything it holds, so that the next commit makes a new one. A sound store stays.
    /// </summary>
    /// <returns>True if the store was damaged.</returns>
    bool SetDamagedAside();
}
