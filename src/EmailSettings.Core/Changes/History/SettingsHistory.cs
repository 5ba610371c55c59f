using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>
/// The history as states: what the settings were after each change, worked out backwards from what they are now. The one place
/// that comparing with a moment and undoing a change read the past from.
/// </summary>
internal sealed class SettingsHistory
{
    private readonly StoredState _now;
    private readonly IReadOnlyList<ChangeRecord> _records;

    /// <summary>Takes one reading of a store and its history.</summary>
    /// <param name="now">All of the settings, with secrets.</param>
    /// <param name="records">The history, newest first; rows that came after the reading are passed over.</param>
    public SettingsHistory(StoredState now, IReadOnlyList<ChangeRecord> records)
    {
        _now = now;
        // What was refused changed nothing.
        _records = [.. records.SkipWhile(record => record.Revision > now.Revision).Where(record => record.Refusal is null)];
    }

    /// <summary>The history, newest first.</summary>
    public IReadOnlyList<ChangeRecord> Records => _records;

    /// <summary>The change that made a revision.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.ChangeNotFound"/>.</exception>
    public ChangeRecord Find(long revision) =>
        _records.FirstOrDefault(record => record.Revision == revision) ?? throw NotFound(revision);

    /// <summary>The settings as they were after the change of a revision; 0 for what was before the first.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.ChangeNotFound"/> or
    /// <see cref="HistoryErrors.HistoryIncomplete"/>.</exception>
    public PastState At(long revision)
    {
        if (revision != 0 && revision != _now.Revision) Find(revision);
        return Reversed(record => record.Revision > revision).Result();
    }

    /// <summary>The settings before and after a change; a server that is in both has one identity.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.HistoryIncomplete"/>.</exception>
    public (PastState Before, PastState After) Around(ChangeRecord change)
    {
        var past = Reversed(record => record.Revision > change.Revision);
        var after = past.Result();
        past.Reverse(change);
        return (past.Result(), after);
    }

    /// <summary>The settings as they were at a moment.</summary>
    /// <exception cref="EmailSettingsException"><see cref="HistoryErrors.HistoryIncomplete"/>.</exception>
    public PastState At(DateTimeOffset moment) => Reversed(record => record.Time > moment).Result();

    private StateReversal Reversed(Func<ChangeRecord, bool> isLater)
    {
        var past = new StateReversal(_now);
        foreach (var record in _records.TakeWhile(isLater)) past.Reverse(record);
        return past;
    }

    private EmailSettingsException NotFound(long revision) => HistoryErrors.ChangeNotFound.Error("revision", revision,
        _records.Count == 0 ? "is empty" : string.Create(CultureInfo.InvariantCulture, $"holds revisions {_records[^1].Revision} to {_records[0].Revision}"));
}
