using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A change worked out against a state, ready to be committed.</summary>
/// <param name="BaseRevision">Revision of the state.</param>
/// <param name="Changes">Every field whose value differs.</param>
/// <param name="Writes">What to write.</param>
/// <param name="Warnings">What deserves a word.</param>
/// <param name="Basis">Value before of everything that the change names.</param>
internal sealed record PlannedChange(
    long BaseRevision,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<StoreWrite> Writes,
    IReadOnlyList<Fault> Warnings,
    IReadOnlyDictionary<string, object?> Basis)
{
    /// <summary>The named things whose value before is another one here than in <paramref name="other"/>.</summary>
    public IReadOnlyList<string> DiffersFrom(PlannedChange other) =>
        [.. Basis.Where(part => !other.Basis.TryGetValue(part.Key, out var value) || !Equals(value, part.Value)).Select(part => part.Key)];
}
