using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A write planned against a snapshot of the store, ready to be confirmed and committed.</summary>
internal abstract record PlannedWrite
{
    /// <summary>The revision of the snapshot.</summary>
    public required long BaseRevision { get; init; }

    /// <summary>Returns what will be done, for confirmation.</summary>
    public required Func<string> Action { get; init; }

    /// <summary>What was done, for the time after the commit.</summary>
    public required string Outcome { get; init; }

    /// <summary>The changed fields, for the history.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    /// <summary>What to write, in order.</summary>
    public required IReadOnlyList<StoreWrite> Writes { get; init; }

    /// <summary>Warnings about the resulting state.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>The old values of everything that the write depends on, which must not have changed at commit.</summary>
    public required Lazy<IReadOnlyDictionary<string, object?>> Basis { get; init; }

    /// <summary>Whether everything already has its value.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Writes atomically.</summary>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreConflictException">The store is no longer at <see cref="BaseRevision"/>.</exception>
    public abstract long Commit(ISettingsStore store, ChangeRecord record, CancellationToken cancellation);

    /// <summary>Returns the dependencies whose old values differ from <paramref name="other"/>.</summary>
    public IReadOnlyList<string> DiffersFrom(PlannedWrite other) =>
        [.. Basis.Value.Where(part => !other.Basis.Value.TryGetValue(part.Key, out var value) || !Equals(value, part.Value)).Select(part => part.Key)];
}
