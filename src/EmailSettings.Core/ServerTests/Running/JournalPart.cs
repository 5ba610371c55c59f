using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The results of some stages, removed from the journal.</summary>
internal sealed record JournalPart(IReadOnlyDictionary<TestStage, StageJournal.Entry> Entries, IReadOnlyDictionary<TestStage, string> Blocked)
{
    /// <summary>The first error in stage order; null if none.</summary>
    public Finding? Primary => Entries.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value.Findings).FirstOrDefault(finding => finding.Severity == Severity.Error);
}
