using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>What the stages of one test gave so far.</summary>
internal sealed class StageJournal
{
    private readonly Dictionary<TestStage, Entry> _entries = [];

    // Stages that later ones cannot build on, and the failure behind each.
    private readonly Dictionary<TestStage, string> _blocked = [];

    /// <summary>Notes what a stage gave. A stage that runs a second time (EHLO after STARTTLS) adds to its first run.</summary>
    public void Add(TestStage stage, TimeSpan duration, StageOutcome outcome)
    {
        if (!_entries.TryGetValue(stage, out var entry) || entry.SkipReason is not null) entry = _entries[stage] = new Entry();
        entry.Duration += duration;
        entry.Facts = outcome.Facts ?? entry.Facts;
        entry.Findings.AddRange(outcome.Findings);
        if (Finding.StatusOf(outcome.Findings) == CheckStatus.Failed) _blocked[stage] = $"{stage} failed";
    }

    /// <summary>Notes that a stage does not apply.</summary>
    public void Skip(TestStage stage, string reason) => _entries.TryAdd(stage, new Entry { SkipReason = reason });

    /// <summary>Notes that a stage cannot be, because of a failure before it.</summary>
    public void Block(TestStage stage, string reason)
    {
        Skip(stage, reason);
        _blocked[stage] = reason;
    }

    /// <summary>The failure that keeps a stage from running; null for none.</summary>
    public string? BlockedBy(IEnumerable<TestStage> needs) => needs.Select(stage => _blocked.GetValueOrDefault(stage)).FirstOrDefault(reason => reason is not null);

    /// <summary>Makes errors of a stage's warnings, once what they warned of has happened.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Escalate(TestStage stage, params ReadOnlySpan<string> ids)
    {
        var hasChanged = false;
        if (!_entries.TryGetValue(stage, out var entry)) return false;
        for (var i = 0; i < entry.Findings.Count; i++)
        {
            if (!ids.Contains(entry.Findings[i].Id)) continue;
            entry.Findings[i] = entry.Findings[i] with { Severity = Severity.Error };
            hasChanged = true;
        }
        return hasChanged;
    }

    /// <summary>Adds a finding to a stage that ran.</summary>
    public void Note(TestStage stage, Finding finding) => _entries[stage].Findings.Add(finding);

    /// <summary>The stage has such a finding.</summary>
    public bool Has(TestStage stage, FindingCode code) => _entries.TryGetValue(stage, out var entry) && entry.Findings.Exists(finding => finding.Id == code.Id);

    /// <summary>Takes out what stages gave, so that they can run anew.</summary>
    public JournalPart Take(IReadOnlyCollection<TestStage> stages)
    {
        var part = new JournalPart(_entries.Where(entry => stages.Contains(entry.Key)).ToDictionary(), _blocked.Where(entry => stages.Contains(entry.Key)).ToDictionary());
        foreach (var stage in stages)
        {
            _entries.Remove(stage);
            _blocked.Remove(stage);
        }
        return part;
    }

    /// <summary>Puts back what was taken out.</summary>
    public void Put(JournalPart part)
    {
        foreach (var (stage, entry) in part.Entries) _entries[stage] = entry;
        foreach (var (stage, reason) in part.Blocked) _blocked[stage] = reason;
    }

    /// <summary>
    /// The reports in the order given, in a list that scripts can index, which those of collection expressions are not.
    /// </summary>
    public IReadOnlyList<StageReport> Report(IEnumerable<TestStage> order) =>
        order.Where(_entries.ContainsKey).Select(stage => Report(stage, _entries[stage])).ToList();

    private static StageReport Report(TestStage stage, Entry entry) => new(
        stage, entry.SkipReason is null ? Finding.StatusOf(entry.Findings) : CheckStatus.Skipped,
        (long)entry.Duration.TotalMilliseconds, entry.Facts, entry.Findings, entry.SkipReason);

    internal sealed class Entry
    {
        public TimeSpan Duration { get; set; }

        public FactRecord? Facts { get; set; }

        public List<Finding> Findings { get; } = [];

        public string? SkipReason { get; init; }
    }
}
