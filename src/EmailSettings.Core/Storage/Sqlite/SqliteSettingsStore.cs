using EmailSettings.Core.Diagnosis;
using EmailSettings.Core.Errors;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage;

/// <summary>
/// The embedded store: one SQLite file in WAL mode with full synchronisation. The file is opened on first use and made by
/// the first change; until then the store reads as defaults.
/// </summary>
public sealed class SqliteSettingsStore : ISettingsStore
{
    private readonly Lock _lock = new();
    private readonly SqliteStoreFile _file;
    private readonly IReadOnlyList<string> _migrations;
    private SqliteConnection? _connection;
    private int _version;

    /// <summary>A store at a path; nothing is opened yet.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    public SqliteSettingsStore(string path)
        : this(path, SqliteSchema.Migrations)
    {
    }

    internal SqliteSettingsStore(string path, IReadOnlyList<string> migrations)
    {
        _file = new SqliteStoreFile(path);
        _migrations = migrations;
    }

    /// <inheritdoc/>
    public StoreDescription Describe() => Run(() =>
    {
        if (!TryOpen()) return new StoreDescription(_file.Path, "SQLite", false, 0, 0, null);
        var last = InTransaction(reading => reading.ReadHistory(1)) is [var newest] ? newest : null;
        return new StoreDescription(_file.Path, "SQLite", true, last?.Revision ?? 0, _version, last?.Time);
    });

    /// <inheritdoc/>
    public StoredState Read(StoreParts parts) => Run(() => TryOpen() ? InTransaction(reading => reading.Read(parts)) : new StoredState());

    /// <inheritdoc/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) =>
        Run(() => TryOpen() ? InTransaction(reading => reading.ReadHistory(last)) : []);

    /// <inheritdoc/>
    public long Commit(StoreCommit commit) => Run(() => Write((reading, writing) =>
    {
        var revision = reading.ReadRevision();
        if (revision != commit.BaseRevision) throw new StoreConflictException(commit.BaseRevision, revision);
        foreach (var write in commit.Writes) writing.Write(write);
        writing.Advance(revision + 1, commit.Record);
        return revision + 1;
    }));

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Verify() => Run<IReadOnlyList<Finding>>(() =>
    {
        var findings = new List<Finding>();
        if (_file.ExposedTo is { } others)
            findings.Add(Finding.From(StoreErrors.StoreExposed.At("store", _file.Path, detail: others), Severity.Warning));
        if (!TryOpen()) return findings;
        using var command = _connection!.CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        if (command.ExecuteScalar() is string said and not "ok")
            findings.Add(Finding.From(StoreErrors.StoreDamaged.At("store", _file.Path, detail: DisplayText.Shorten(said, 200)), Severity.Error));
        return findings;
    });

    /// <inheritdoc/>
    public void Backup(string path) => Run(() =>
    {
        if (!TryOpen()) throw StoreErrors.StoreNotFound.Error("store", _file.Path);
        var target = new SqliteStoreFile(path);
        if (target.Exists) throw StoreErrors.FileExists.Error("backup", target.Path);
        target.Create();
        using var command = _connection!.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", target.Path);
        command.ExecuteNonQuery();
        return true;
    });

    /// <inheritdoc/>
    public long Restore(string path, ChangeRecord record) => Run(() =>
    {
        var backup = new SqliteStoreFile(path);
        if (!backup.Exists) throw StoreErrors.FileNotFound.Error("backup", backup.Path);
        CheckBackup(backup.Path);
        SetDamagedFileAside();
        return Write((reading, writing) =>
        {
            var revision = reading.ReadRevision() + 1;
            SqliteRestore.Copy(writing, backup.Path, _migrations);
            writing.Advance(revision, record);
            return revision;
        });
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private T Run<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return work();
            }
            catch (SqliteException e)
            {
                Dispose();
                throw e.ToError(_file.Path);
            }
        }
    }

    /// <summary>Opens the file if there is one with tables in it.</summary>
    private bool TryOpen()
    {
        if (_connection is not null && _version > 0) return true;
        if (_connection is null)
        {
            _file.CheckPlace();
            if (!_file.Exists) return false;
            _connection = SqliteConnections.Open(_file.Path);
        }
        _version = SqliteSchema.VersionOf(_connection, _file.Path, _migrations.Count);
        if (_version > 0 && _version < _migrations.Count) Migrate();
        return _version > 0;
    }

    private void OpenOrCreate()
    {
        if (TryOpen()) return;
        if (_connection is null)
        {
            _file.Create();
            _connection = SqliteConnections.Open(_file.Path);
        }
        SqliteConnections.Execute(_connection, "PRAGMA journal_mode = WAL");
        Migrate();
    }

    private void Migrate()
    {
        using var transaction = _connection!.BeginTransaction(deferred: false);

        // Another process may have migrated while this one waited for the lock.
        var version = SqliteSchema.VersionOf(_connection, _file.Path, _migrations.Count);
        if (version < _migrations.Count) SqliteSchema.Migrate(_connection, transaction, version, _migrations);
        transaction.Commit();
        _version = _migrations.Count;
    }

    private T InTransaction<T>(Func<SqliteReading, T> read)
    {
        using var transaction = _connection!.BeginTransaction(deferred: true);
        return read(new SqliteReading(_connection, transaction));
    }

    private long Write(Func<SqliteReading, SqliteWriting, long> write)
    {
        OpenOrCreate();
        using var transaction = _connection!.BeginTransaction(deferred: false);
        var revision = write(new SqliteReading(_connection, transaction), new SqliteWriting(_connection, transaction));
        transaction.Commit();
        return revision;
    }

    private void CheckBackup(string path)
    {
        try
        {
            using var connection = SqliteConnections.Open(path, readOnly: true);
            if (SqliteSchema.VersionOf(connection, path, _migrations.Count) == 0) throw StoreErrors.StoreForeign.Error("backup", path);
        }
        catch (SqliteException e)
        {
            throw e.ToError(path);
        }
    }

    private void SetDamagedFileAside()
    {
        try
        {
            if (Verify().All(finding => finding.Severity != Severity.Error)) return;
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            // What follows is the remedy.
        }
        _connection?.Dispose();
        _connection = null;
        SqliteRestore.SetAside(_file.Path);
    }
}
