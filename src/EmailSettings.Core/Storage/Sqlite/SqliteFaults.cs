using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Maps SQLite result codes (sqlite.org/rescode.html) to store errors.</summary>
internal static class SqliteFaults
{
    private const int Error = 1, Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Protocol = 15,
        TooBig = 18, Mismatch = 20, Authorization = 23, Format = 24, NotADatabase = 26;

    // The file is truncated within a page, or the file system reports corruption.
    private const int ShortRead = InputOutput | (2 << 8), DamagedFileSystem = InputOutput | (33 << 8);

    /// <summary>
    /// Returns whether the failure means damaged content rather than a problem of the system. Reading statements never vary, so
    /// even an SQL error in one is the store's fault.
    /// </summary>
    public static bool IsDamage(this SqliteException failure) =>
        failure.SqliteErrorCode is Error or Corrupt or TooBig or Mismatch or Format or NotADatabase
        || failure.SqliteExtendedErrorCode is ShortRead or DamagedFileSystem;

    /// <summary>Creates the error for damaged content.</summary>
    public static EmailSettingsException Damaged(Exception failure, string location) =>
        StoreErrors.StoreDamaged.Error("store", location, detail: DisplayText.Shorten(failure.Message, 200).TrimEnd('.'), inner: failure);

    /// <summary>Converts a SQLite failure.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="location">The path of the store.</param>
    /// <param name="busyTimeout">How long the call waited for a lock.</param>
    public static EmailSettingsException ToError(this SqliteException failure, string location, TimeSpan busyTimeout)
    {
        var detail = DisplayText.Shorten(failure.Message, 200).TrimEnd('.');
        return failure.SqliteErrorCode switch
        {
            Busy or Locked or Protocol => StoreErrors.StoreLocked.Error("store", location,
                string.Create(CultureInfo.InvariantCulture, $"{busyTimeout.TotalSeconds:0.#} seconds"), inner: failure),
            ReadOnly => StoreErrors.StoreReadOnly.Error("store", location, detail: detail, inner: failure),
            Corrupt or NotADatabase => StoreErrors.StoreDamaged.Error("store", location, detail: detail, inner: failure),
            Full => StoreErrors.StoreFull.Error("store", location, inner: failure),
            InputOutput or CannotOpen when SqliteStoreFile.IsDiskFull(location) => StoreErrors.StoreFull.Error("store", location, inner: failure),
            CannotOpen or Permission or Authorization => StoreErrors.StoreDenied.Error("store", location, detail: detail, inner: failure),
            _ => StoreErrors.StoreFailed.Error("store", location, detail: detail, inner: failure),
        };
    }
}
