using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A write worked out against one reading of the store, ready to be confirmed and committed.</summary>
internal abstract record PlannedWrite
{
    /// <summary>Revision of the reading.</summary>
    public required long BaseRevision { get; init; }

    /// <summary>What is going to be done, as confirmation asks for it.</summary>
    public required Func<string> Action { get; init; }

    /// <summary>What was done once it is committed.</summary>
    public required string Outcome { get; init; }

    /// <summary>Every field whose value differs; they go into the history.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    /// <summary>What to write, in order.</summary>
    public required IReadOnlyList<StoreWrite> Writes { get; init; }

    /// <summary>Warnings about the state that the write leads to.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>The value before of everything that the write names: what a rival must not have touched.</summary>
    public required Lazy<IReadOnlyDictionary<string, object?>> Basis { get; init; }

    /// <summary>Everything has its value already.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Writes all or nothing.</summary>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreConflictException">The store is no longer at <see cref="BaseRevision"/>.</exception>
    public abstract long Commit(ISettingsStore store, ChangeRecord record, CancellationToken cancellation);

    /// <summary>The named things whose value before is another one here than in <paramref name="other"/>.</summary>
    public IReadOnlyList<string> DiffersFrom(PlannedWrite other) =>
        [.. Basis.Value.Where(part => !other.Basis.Value.TryGetValue(part.Key, out var value) || !Equals(value, part.Value)).Select(part => part.Key)];
}
