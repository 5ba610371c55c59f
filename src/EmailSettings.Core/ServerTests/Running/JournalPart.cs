using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The results of some stages, removed from the journal.</summary>
/// <param name="Entries">By stage; null for the others.</param>
/// <param name="Blocked">The reasons why stages block dependent ones, by stage.</param>
internal sealed record JournalPart(StageJournal.Entry?[] Entries, string?[] Blocked)
{
    /// <summary>The first error in stage order; null if none.</summary>
    public Finding? Primary => Entries.SelectMany(entry => entry?.Findings ?? []).FirstOrDefault(finding => finding.Severity == Severity.Error);
}
