using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>Reconstructs past states by reversing history rows from the current settings, for comparison and undo.</summary>
internal sealed class SettingsHistory
{
    private readonly StoredState _now;
    private readonly IReadOnlyList<ChangeRecord> _records;

    /// <summary>Creates the history of a snapshot.</summary>
    /// <param name="now">All settings, with secrets.</param>
    /// <param name="records">The history, newest first; rows newer than the snapshot are ignored.</param>
    public SettingsHistory(StoredState now, IReadOnlyList<ChangeRecord> records)
    {
        _now = now;
        // Refusals changed nothing.
        _records = [.. records.SkipWhile(record => record.Revision > now.Revision).Where(record => record.Refusal is null)];
    }

    /// <summary>The history, newest first.</summary>
    public IReadOnlyList<ChangeRecord> Records => _records;

    /// <summary>Returns the change that created a revision.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.ChangeNotFound"/>.</exception>
    public ChangeRecord Find(long revision) =>
        _records.FirstOrDefault(record => record.Revision == revision) ?? throw NotFound(revision);

    /// <summary>Returns the settings at a revision; 0 for the state before the first change.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="HistoryErrors.ChangeNotFound"/> or <see cref="HistoryErrors.HistoryIncomplete"/>.
    /// </exception>
    public PastState At(long revision)
    {
        if (revision != 0 && revision != _now.Revision) Find(revision);
        return Reversed(record => record.Revision > revision).Result();
    }

    /// <summary>Returns the settings before and after a change; a server has the same id in both.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.HistoryIncomplete"/>.</exception>
    public (PastState Before, PastState After) Around(ChangeRecord change)
    {
        var past = Reversed(record => record.Revision > change.Revision);
        var after = past.Result();
        past.Reverse(change);
        return (past.Result(), after);
    }

    /// <summary>Returns the settings at a time.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.HistoryIncomplete"/>.</exception>
    public PastState At(DateTimeOffset moment) => Reversed(record => record.Time > moment).Result();

    private StateReversal Reversed(Func<ChangeRecord, bool> isLater)
    {
        var past = new StateReversal(_now);
        foreach (var record in _records.TakeWhile(isLater)) past.Reverse(record);
        return past;
    }

    private EmailSettingsException NotFound(long revision) => HistoryErrors.ChangeNotFound.Error("revision", revision,
        _records.Count == 0 ? "is empty" : string.Create(CultureInfo.InvariantCulture, $"contains revisions {_records[^1].Revision} to {_records[0].Revision}"));
}
