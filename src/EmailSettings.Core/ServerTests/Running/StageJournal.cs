using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Collects the results of a test's stages.</summary>
internal sealed class StageJournal
{
    private readonly Dictionary<TestStage, Entry> _entries = [];

    // Stages that block dependent ones, with the reason.
    private readonly Dictionary<TestStage, string> _blocked = [];

    /// <summary>
    /// Records the outcome of a stage. A stage that runs a second time (EHLO after STARTTLS) adds to its first run.
    /// </summary>
    public void Add(TestStage stage, TimeSpan duration, StageOutcome outcome)
    {
        if (!_entries.TryGetValue(stage, out var entry) || entry.SkipReason is not null) entry = _entries[stage] = new Entry();
        entry.Duration += duration;
        entry.Facts = outcome.Facts ?? entry.Facts;
        entry.Findings.AddRange(outcome.Findings);
        if (Finding.StatusOf(outcome.Findings) == CheckStatus.Failed) _blocked[stage] = $"{stage} failed";
    }

    /// <summary>Records that a stage does not apply.</summary>
    public void Skip(TestStage stage, string reason) => _entries.TryAdd(stage, new Entry { SkipReason = reason });

    /// <summary>Records that a stage cannot run because of an earlier failure.</summary>
    public void Block(TestStage stage, string reason)
    {
        Skip(stage, reason);
        _blocked[stage] = reason;
    }

    /// <summary>Returns the failure that prevents a stage from running; null if none.</summary>
    public string? BlockedBy(IEnumerable<TestStage> needs) => needs.Select(stage => _blocked.GetValueOrDefault(stage)).FirstOrDefault(reason => reason is not null);

    /// <summary>Turns warnings of a stage into errors once what they warned of has happened.</summary>
    /// <returns>Whether there were any.</returns>
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

    /// <summary>Adds a finding to a completed stage.</summary>
    public void Note(TestStage stage, Finding finding) => _entries[stage].Findings.Add(finding);

    /// <summary>Returns whether the stage has a finding.</summary>
    public bool Has(TestStage stage, FindingCode code) => _entries.TryGetValue(stage, out var entry) && entry.Findings.Exists(finding => finding.Id == code.Id);

    /// <summary>Removes the results of stages, so that they can run again.</summary>
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

    /// <summary>Restores removed results.</summary>
    public void Put(JournalPart part)
    {
        foreach (var (stage, entry) in part.Entries) _entries[stage] = entry;
        foreach (var (stage, reason) in part.Blocked) _blocked[stage] = reason;
    }

    /// <summary>
    /// Returns the reports in the given order, in a list that PowerShell scripts can index, unlike those of collection
    /// expressions.
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
