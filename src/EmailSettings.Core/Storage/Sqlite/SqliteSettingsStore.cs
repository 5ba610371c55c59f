using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage.Relational;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file in WAL mode with <c>synchronous = FULL</c>. The file is opened on first use and created by
/// the first change; until then reads return defaults.
/// </summary>
public sealed class SqliteSettingsStore : ISettingsStore
{
    private readonly Lock _lock = new();
    private readonly SqliteStoreFile _file;
    private readonly TimeSpan _busyTimeout;
    private SqliteDatabase? _database;
    private SqliteStatements? _statements;
    private AccessRulesCache _access = new();
    private int _version;

    /// <summary>Creates a store for a path without opening it.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    public SqliteSettingsStore(string path)
        : this(path, SqliteSchema.Versions)
    {
    }

    internal SqliteSettingsStore(string path, IReadOnlyList<SqliteVersion> versions, TimeSpan? busyTimeout = null)
    {
        _file = new SqliteStoreFile(path);
        _busyTimeout = busyTimeout ?? SqliteDatabase.BusyTimeout;
        Versions = versions;
        Backup = new SqliteBackup(this);
    }

    /// <inheritdoc/>
    public string Location => _file.Path;

    /// <inheritdoc/>
    public IStoreBackup Backup { get; }

    /// <summary>The known versions of the schema.</summary>
    internal IReadOnlyList<SqliteVersion> Versions { get; }

    private SqliteStatements Statements => _statements ??= new SqliteStatements(_database!);

    /// <inheritdoc/>
    public StoreDescription Describe() => Run(() => TryOpen()
        ? InTransaction(reading => new StoreDescription(Location, "SQLite", true, reading.State.Revision, _version, reading.ReadLastChange()))
        : new StoreDescription(Location, "SQLite", false, 0, 0, null));

    /// <inheritdoc/>
    public StoredState Read(StoreParts parts) => Run(() => TryOpen() ? InTransaction(reading => reading.Read(parts), _access) : new StoredState());

    /// <inheritdoc/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) =>
        Run(() => TryOpen() ? InTransaction(reading => reading.ReadHistory(last)) : []);

    /// <inheritdoc/>
    public long Commit(StoreCommit commit, CancellationToken cancellation = default) => Run(() =>
    {
        OpenOrCreate();
        using var transaction = StoreTransaction.BeginWriting(Statements, _busyTimeout, cancellation);
        var revision = RelationalWriting.Apply(Statements, new RelationalReading(Statements).State, commit);
        transaction.Commit();
        return revision;
    });

    /// <inheritdoc/>
    public void Note(StoreNote note) => Run(() =>
    {
        if (!TryOpen()) return false;
        using var transaction = StoreTransaction.BeginWriting(Statements, note.IsBestEffort ? TimeSpan.Zero : _busyTimeout, CancellationToken.None, timeoutAfterwards: _busyTimeout);
        RelationalWriting.Note(Statements, new RelationalReading(Statements).State, note);
        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Verify() => Run<IReadOnlyList<Finding>>(() =>
    {
        var findings = new List<Finding>();
        if (_file.ExposedTo is { } others)
            findings.Add(StoreErrors.StoreExposed.At("store", Location, detail: others));
        try
        {
            if (TryOpen()) CheckOpen();
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            findings.AddRange(e.Faults);
        }
        return findings;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _statements?.Dispose();
            _statements = null;
            _database?.Dispose();
            _database = null;
            _access = new AccessRulesCache();
            _version = 0;
        }
    }

    /// <summary>Verifies all content. A store that does not exist yet is valid.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreDamaged"/>, and the errors of opening the store.
    /// </exception>
    internal void Check() => Run(() =>
    {
        if (TryOpen()) CheckOpen();
        return true;
    });

    /// <summary>Runs an action on the open database.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.StoreNotFound"/>, and the errors of opening the store.
    /// </exception>
    internal void With(Action<SqliteDatabase> work) => Run(() =>
    {
        if (!TryOpen()) throw StoreErrors.StoreNotFound.Error("store", Location);
        work(_database!);
        return true;
    });

    private T Run<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return work();
            }
            catch (SqliteFailure e)
            {
                Dispose();
                throw e.ToError(Location, _busyTimeout);
            }
            catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or KeyNotFoundException)
            {
                // Only this program writes the store, so a malformed value means damage.
                Dispose();
                throw SqliteFailure.Damaged(e, Location);
            }
        }
    }

    /// <summary>Opens the file; returns false if it does not exist or has no tables yet.</summary>
    private bool TryOpen()
    {
        // A deleted file that is still open would accept changes that nobody could ever read.
        if (_database is not null && !_file.Exists) Dispose();
        if (_database is not null && _version > 0) return true;
        if (_database is null)
        {
            _file.CheckLocation();
            if (!_file.Exists) return false;
        }
        try
        {
            _database ??= SqliteDatabase.Open(Location, busyTimeout: _busyTimeout);
            _version = SqliteTables.VersionOf(Statements, Location, Versions);
        }
        catch (SqliteFailure e) when (e.IsDamage)
        {
            Dispose();
            throw SqliteFailure.Damaged(e, Location);
        }
        catch (EmailSettingsException)
        {
            // Do not hold a refused file open: on Windows nobody could move or delete it.
            Dispose();
            throw;
        }
        _database.CheckpointOnClose();
        if (_version > 0 && _version < Versions.Count) BringUpToDate();
        return _version > 0;
    }

    private void OpenOrCreate()
    {
        if (TryOpen()) return;
        if (_database is null)
        {
            _file.Create();
            _file.CheckLocation();
            _database = SqliteDatabase.Open(Location, busyTimeout: _busyTimeout);
            _database.CheckpointOnClose();
        }
        _database.Execute("PRAGMA journal_mode = WAL");
        BringUpToDate();
    }

    private void BringUpToDate()
    {
        using var transaction = StoreTransaction.BeginWriting(Statements, _busyTimeout, CancellationToken.None);

        // Another process may have done it while this one waited for the lock.
        var version = SqliteTables.VersionOf(Statements, Location, Versions);
        if (version < Versions.Count) SqliteTables.BringUpToDate(_database!, version, Versions);
        transaction.Commit();
        _version = Versions.Count;
    }

    private void CheckOpen()
    {
        InTransaction(reading =>
        {
            reading.Read(StoreParts.All);
            return reading.ReadHistory(null);
        });
        if (SqliteTables.FindDamage(Statements) is { } damage) throw StoreErrors.StoreDamaged.Error("store", Location, detail: damage);
    }

    private T InTransaction<T>(Func<RelationalReading, T> read, AccessRulesCache? known = null)
    {
        try
        {
            using var transaction = StoreTransaction.BeginReading(Statements);
            return read(new RelationalReading(Statements, known));
        }
        catch (SqliteFailure e) when (e.IsDamage)
        {
            Dispose();
            throw SqliteFailure.Damaged(e, Location);
        }
    }
}
