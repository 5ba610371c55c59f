using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>Turns what SQLite says into errors of the table, by result code (sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    private const int Protocol = 15;
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, Authorization = 23, NotADatabase = 26;

    /// <summary>The error for a failure on a store.</summary>
    /// <param name="failure">What SQLite said.</param>
    /// <param name="location">The file.</param>
    /// <param name="busyTimeout">How long a lock was waited for.</param>
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
            CannotOpen or Permission or Authorization => StoreErrors.StoreDenied.Error("store", location, detail: detail, inner: failure),
            _ => StoreErrors.StoreFailed.Error("store", location, detail: detail, inner: failure),
        };
    }
}
