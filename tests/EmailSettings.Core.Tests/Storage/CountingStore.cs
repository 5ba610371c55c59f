using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>A store that counts reads; another one, which it does not own, does the work.</summary>
internal sealed class CountingStore(ISettingsStore store) : ISettingsStore
{
    private int _reads;

    public int Reads => _reads;

    /// <summary>The number of host records to be written.</summary>
    public int Noted { get; private set; }

    /// <summary>Called instead of the store's work.</summary>
    public Action? Notes { get; init; }

    public string Location => store.Location;

    public IStoreBackup Backup => store.Backup;

    public StoreDescription Describe() => store.Describe();

    public StoredState Read(StoreParts parts)
    {
        Interlocked.Increment(ref _reads);
        return store.Read(parts);
    }

    public long Commit(StoreCommit commit, CancellationToken cancellation = default) => store.Commit(commit, cancellation);

    public void Note(StoreNote note)
    {
        Noted++;
        if (Notes is null) store.Note(note);
        else Notes();
    }

    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) => store.ReadHistory(last);

    public IReadOnlyList<Finding> Verify() => store.Verify();

    public void Dispose()
    {
    }
}
