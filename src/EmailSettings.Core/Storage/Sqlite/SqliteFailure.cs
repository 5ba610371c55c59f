using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using SQLitePCL;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>A call of SQLite failed (sqlite.org/rescode.html).</summary>
internal sealed class SqliteFailure : Exception
{
    // The file is truncated within a page, or the file system reports corruption.
    private const int ShortRead = raw.SQLITE_IOERR | (2 << 8), DamagedFileSystem = raw.SQLITE_IOERR | (33 << 8);

    /// <summary>Describes a failure with what SQLite knows of it.</summary>
    /// <param name="result">What the call returned.</param>
    /// <param name="database">The connection of the call.</param>
    public SqliteFailure(int result, sqlite3 database)
        : base(string.Create(CultureInfo.InvariantCulture, $"SQLite error {result}: {MessageOf(result, database)}"))
    {
        Code = result & 0xff;
        ExtendedCode = IsLastOf(database, result) ? raw.sqlite3_extended_errcode(database) : result;
    }

    /// <summary>The primary result code.</summary>
    public int Code { get; }

    /// <summary>The extended result code; the primary one if there is none.</summary>
    public int ExtendedCode { get; }

    /// <summary>
    /// Whether the failure means damaged content rather than a problem of the system. Reading statements never vary, so
    /// even an SQL error in one is the store's fault.
    /// </summary>
    public bool IsDamage =>
        Code is raw.SQLITE_ERROR or raw.SQLITE_CORRUPT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_FORMAT or raw.SQLITE_NOTADB
        || ExtendedCode is ShortRead or DamagedFileSystem;

    /// <summary>Throws unless a call succeeded.</summary>
    /// <exception cref="SqliteFailure">It did not.</exception>
    public static void ThrowIfFailed(int result, sqlite3 database)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) throw new SqliteFailure(result, database);
    }

    /// <summary>Creates the error for damaged content.</summary>
    public static EmailSettingsException Damaged(Exception failure, string location) =>
        StoreErrors.StoreDamaged.Error("store", location, detail: Detail(failure), inner: failure);

    /// <summary>Converts it to the error of a store.</summary>
    /// <param name="location">The path of the store.</param>
    /// <param name="busyTimeout">How long the call waited for a lock.</param>
    public EmailSettingsException ToError(string location, TimeSpan busyTimeout) => Code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => StoreErrors.StoreLocked.Error("store", location,
            string.Create(CultureInfo.InvariantCulture, $"{busyTimeout.TotalSeconds:0.#} seconds"), inner: this),
        raw.SQLITE_READONLY => StoreErrors.StoreReadOnly.Error("store", location, detail: Detail(this), inner: this),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreErrors.StoreDamaged.Error("store", location, detail: Detail(this), inner: this),
        raw.SQLITE_FULL => StoreErrors.StoreFull.Error("store", location, inner: this),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when SqliteStoreFile.IsDiskFull(location) => StoreErrors.StoreFull.Error("store", location, inner: this),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => StoreErrors.StoreDenied.Error("store", location, detail: Detail(this), inner: this),
        _ => StoreErrors.StoreFailed.Error("store", location, detail: Detail(this), inner: this),
    };

    private static string Detail(Exception failure) => DisplayText.Shorten(failure.Message, 200).TrimEnd('.');

    private static string MessageOf(int result, sqlite3 database) =>
        (IsLastOf(database, result) ? raw.sqlite3_errmsg(database) : raw.sqlite3_errstr(result)).utf8_to_string();

    // The connection describes only its last call.
    private static bool IsLastOf(sqlite3 database, int result) => !database.IsInvalid && raw.sqlite3_errcode(database) == result;
}
