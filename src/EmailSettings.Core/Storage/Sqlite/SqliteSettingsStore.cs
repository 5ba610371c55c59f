using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using Microsoft.Data.Sqlite;

namespace EmailSettings.Core.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file in WAL mode with full synchronisation. The file is opened on first use and made by
/// the first change; until then the store reads as defaults.
/// </summary>
public sealed class SqliteSettingsStore : ISettingsStore
{
    private readonly Lock _lock = new();
    private readonly SqliteStoreFile _file;
    private readonly IReadOnlyList<string> _migrations;
    private readonly TimeSpan _busyTimeout;
    private SqliteConnection? _connection;
    private SqliteStatements? _statements;
    private int _version;

    /// <summary>A store at a path; nothing is opened yet.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    public SqliteSettingsStore(string path)
        : this(path, SqliteSchema.Migrations)
    {
    }

    internal SqliteSettingsStore(string path, IReadOnlyList<string> migrations, TimeSpan? busyTimeout = null)
    {
        _file = new SqliteStoreFile(path);
        _migrations = migrations;
        _busyTimeout = busyTimeout ?? SqliteConnections.BusyTimeout;
    }

    /// <inheritdoc/>
    public StoreDescription Describe() => Run(() =>
    {
        if (!TryOpen()) return new StoreDescription(_file.Path, "SQLite", false, 0, 0, null);
        var last = InTransaction(reading => reading.ReadHistory(1)) is [var newest] ? newest : null;
        return new StoreDescription(_file.Path, "SQLite", true, last?.Revision ?? 0, _version, last?.Time);
    });

    /// <summary>Loads SQLite and compiles what reads a store, on an empty one in memory.</summary>
    public static void WarmUp()
    {
        using var connection = SqliteConnections.Open(":memory:");
        using (var transaction = connection.BeginTransaction())
        {
            SqliteSchema.Migrate(connection, transaction, 0, SqliteSchema.Migrations);
            transaction.Commit();
        }
        new SqliteReading(new SqliteStatements(connection)).Read(StoreParts.All);
    }

    /// <inheritdoc/>
    public StoredState Read(StoreParts parts) => Run(() => TryOpen() ? InTransaction(reading => reading.Read(parts)) : new StoredState());

    /// <inheritdoc/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) =>
        Run(() => TryOpen() ? InTransaction(reading => reading.ReadHistory(last)) : []);

    /// <inheritdoc/>
    public long Commit(StoreCommit commit, CancellationToken cancellation = default) => Run(() => Write((reading, writing) =>
    {
        var next = commit.BaseRevision + 1;
        if (!writing.TryAdvance(commit.BaseRevision, next, commit.Record))
            throw new StoreConflictException(commit.BaseRevision, reading.ReadRevision());
        foreach (var write in commit.Writes) writing.Write(write);
        return next;
    }, cancellation));

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Verify() => Run<IReadOnlyList<Finding>>(() =>
    {
        var findings = new List<Finding>();
        if (_file.ExposedTo is { } others)
            findings.Add(StoreErrors.StoreExposed.At("store", _file.Path, detail: others));
        if (!TryOpen()) return findings;
        if (SqliteSchema.FindDamage(_connection!) is { } damage)
            findings.Add(StoreErrors.StoreDamaged.At("store", _file.Path, detail: damage));
        return findings;
    });

    /// <inheritdoc/>
    public void Backup(string path) => Run(() =>
    {
        if (!TryOpen()) throw StoreErrors.StoreNotFound.Error("store", _file.Path);
        var target = new SqliteStoreFile(path);
        target.CheckIsNoFolder();
        if (target.Exists) throw StoreErrors.FileExists.Error("backup", target.Path);
        target.Create();
        using var command = _connection!.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", target.Path);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            // What could not be finished is no backup.
            File.Delete(target.Path);
            throw e.ToError(target.Path, _busyTimeout);
        }
        return true;
    });

    /// <inheritdoc/>
    public void CheckBackup(string path)
    {
        var backup = new SqliteStoreFile(path);
        if (!backup.Exists) throw StoreErrors.FileNotFound.Error("backup", backup.Path);
        SqliteRestore.Check(backup.Path, _migrations.Count);
    }

    /// <inheritdoc/>
    public long Restore(string path, ChangeRecord record, CancellationToken cancellation = default) => Run(() =>
    {
        CheckBackup(path);
        var backup = new SqliteStoreFile(path);
        SetDamagedFileAside();
        return Write((reading, writing) =>
        {
            var ours = reading.ReadRevision();
            var theirs = SqliteRestore.Copy(writing, backup.Path, _migrations, withHistory: ours == 0);

            // Beyond both, so that no revision ever means two states.
            var revision = Math.Max(ours, theirs) + 1;
            writing.TryAdvance(ours, revision, record);
            return revision;
        }, cancellation);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
            _statements = null;
            _version = 0;
        }
    }

    private SqliteStatements Statements => _statements ??= new SqliteStatements(_connection!);

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
                throw e.ToError(_file.Path, _busyTimeout);
            }
        }
    }

    /// <summary>Opens the file if there is one with tables in it.</summary>
    private bool TryOpen()
    {
        // A file that was removed meanwhile would go on taking changes that nobody ever reads.
        if (_connection is not null && !_file.Exists) Dispose();
        if (_connection is not null && _version > 0) return true;
        if (_connection is null)
        {
            _file.CheckPlace();
            if (!_file.Exists) return false;
            _connection = SqliteConnections.Open(_file.Path, busyTimeout: _busyTimeout);
        }
        try
        {
            _version = SqliteSchema.VersionOf(_connection, _file.Path, _migrations.Count);
        }
        catch (EmailSettingsException)
        {
            // A file that is refused is not held open: on Windows nobody could move or remove it.
            Dispose();
            throw;
        }
        SqliteConnections.KeepTidy(_connection);
        if (_version > 0 && _version < _migrations.Count) Migrate();
        return _version > 0;
    }

    private void OpenOrCreate()
    {
        if (TryOpen()) return;
        if (_connection is null)
        {
            _file.Create();
            _file.CheckPlace();
            _connection = SqliteConnections.Open(_file.Path, busyTimeout: _busyTimeout);
            SqliteConnections.KeepTidy(_connection);
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
        using var unit = SqliteUnit.BeginReading(_connection!, Statements);
        try
        {
            return read(new SqliteReading(Statements));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or KeyNotFoundException)
        {
            // Only what this program writes can be read back, so a value of another form is damage.
            throw StoreErrors.StoreDamaged.Error("store", _file.Path, detail: DisplayText.Shorten(e.Message, 200).TrimEnd('.'), inner: e);
        }
    }

    private long Write(Func<SqliteReading, SqliteWriting, long> write, CancellationToken cancellation)
    {
        OpenOrCreate();
        using var unit = SqliteUnit.BeginWriting(_connection!, Statements, _busyTimeout, cancellation);
        var revision = write(new SqliteReading(Statements), new SqliteWriting(Statements));
        unit.Commit();
        return revision;
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
        Dispose();
        SqliteRestore.SetAside(_file.Path);
    }
}
