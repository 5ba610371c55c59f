using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Collects the results of a test's stages.</summary>
internal sealed class StageJournal
{
    private static readonly TestStage[] Stages = Enum.GetValues<TestStage>();

    // Both by stage: collections of the framework over our enumerations are compiled when a process starts, arrays are not.
    private readonly Entry?[] _entries = new Entry?[Stages.Length];

    // The reasons why stages block dependent ones.
    private readonly string?[] _blocked = new string?[Stages.Length];

    /// <summary>
    /// Records the outcome of a stage. A stage that runs a second time (EHLO after STARTTLS) adds to its first run.
    /// </summary>
    public void Add(TestStage stage, TimeSpan duration, StageOutcome outcome)
    {
        var entry = _entries[(int)stage];
        if (entry is null or { SkipReason: not null }) entry = _entries[(int)stage] = new Entry();
        entry.Duration += duration;
        entry.Facts = outcome.Facts ?? entry.Facts;
        entry.Findings.AddRange(outcome.Findings);
        if (Finding.StatusOf(outcome.Findings) == CheckStatus.Failed) _blocked[(int)stage] = $"{stage} failed";
    }

    /// <summary>Records that a stage does not apply.</summary>
    public void Skip(TestStage stage, string reason) => _entries[(int)stage] ??= new Entry { SkipReason = reason };

    /// <summary>Records that a stage cannot run because of an earlier failure.</summary>
    public void Block(TestStage stage, string reason)
    {
        Skip(stage, reason);
        _blocked[(int)stage] = reason;
    }

    /// <summary>Returns the failure that prevents a stage from running; null if none.</summary>
    public string? BlockedBy(params TestStage[] needs)
    {
        foreach (var stage in needs)
        {
            if (_blocked[(int)stage] is { } reason) return reason;
        }
        return null;
    }

    /// <summary>Turns warnings of a stage into errors once what they warned of has happened.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Escalate(TestStage stage, params ReadOnlySpan<string> ids)
    {
        var hasChanged = false;
        if (_entries[(int)stage] is not { } entry) return false;
        for (var i = 0; i < entry.Findings.Count; i++)
        {
            if (!ids.Contains(entry.Findings[i].Id)) continue;
            entry.Findings[i] = entry.Findings[i] with { Severity = Severity.Error };
            hasChanged = true;
        }
        return hasChanged;
    }

    /// <summary>Adds a finding to a completed stage.</summary>
    public void Note(TestStage stage, Finding finding) => _entries[(int)stage]!.Findings.Add(finding);

    /// <summary>Returns whether the stage has a finding.</summary>
    public bool Has(TestStage stage, FindingCode code) => _entries[(int)stage]?.Findings.Exists(finding => finding.Id == code.Id) == true;

    /// <summary>Removes the results of stages, so that they can run again.</summary>
    public JournalPart Take(Func<TestStage, bool> isTaken)
    {
        var part = new JournalPart(new Entry?[Stages.Length], new string?[Stages.Length]);
        foreach (var stage in Stages)
        {
            if (!isTaken(stage)) continue;
            (part.Entries[(int)stage], _entries[(int)stage]) = (_entries[(int)stage], null);
            (part.Blocked[(int)stage], _blocked[(int)stage]) = (_blocked[(int)stage], null);
        }
        return part;
    }

    /// <summary>Restores removed results.</summary>
    public void Put(JournalPart part)
    {
        foreach (var stage in Stages)
        {
            _entries[(int)stage] = part.Entries[(int)stage] ?? _entries[(int)stage];
            _blocked[(int)stage] = part.Blocked[(int)stage] ?? _blocked[(int)stage];
        }
    }

    /// <summary>
    /// Returns the reports, in a list that PowerShell scripts can index, unlike those of collection expressions. A handshake after
    /// STARTTLS is listed after it.
    /// </summary>
    public IReadOnlyList<StageReport> Report(bool isTlsAfterStartTls)
    {
        var reports = new List<StageReport>();
        foreach (var stage in Stages)
        {
            if (stage != TestStage.Tls || !isTlsAfterStartTls) Add(stage);
            if (stage == TestStage.StartTls && isTlsAfterStartTls) Add(TestStage.Tls);
        }
        return reports;

        void Add(TestStage stage)
        {
            if (_entries[(int)stage] is { } entry) reports.Add(Report(stage, entry));
        }
    }

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
