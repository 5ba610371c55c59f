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

    /// <summary>The reports in the order given, in a list that scripts can index, which those of collection expressions are not.</summary>
    public IReadOnlyList<StageReport> Report(IEnumerable<TestStage> order) =>
        order.Where(_entries.ContainsKey).Select(stage => Report(stage, _entries[stage])).ToList();

    private static StageReport Report(TestStage stage, Entry entry) => new(
        stage, entry.SkipReason is null ? Finding.StatusOf(entry.Findings) : CheckStatus.Skipped,
        (long)entry.Duration.TotalMilliseconds, entry.Facts, entry.Findings, entry.SkipReason);

    private sealed class Entry
    {
        public TimeSpan Duration { get; set; }

        public FactRecord? Facts { get; set; }

        public List<Finding> Findings { get; } = [];

        public string? SkipReason { get; init; }
    }
}
