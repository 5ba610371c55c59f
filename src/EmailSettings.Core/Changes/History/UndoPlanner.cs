using System.Globalization;
using EmailSettings.Core.Changes.Rules;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>
/// Plans the undo of a change: the changed settings get their previous values, provided that they still have the values set by
/// the change. Old secrets are not kept, so removed or replaced ones must be re-entered.
/// </summary>
internal sealed class UndoPlanner
{
    private readonly StoredState _now;
    private readonly SettingsHistory _history;
    private readonly ChangeRecord _record;
    private readonly PastState _before;
    private readonly PastState _after;
    private readonly List<ChangeStep> _steps = [];
    private readonly List<Finding> _faults = [];
    private readonly List<SecretPurpose> _lost = [];
    private bool _changedSettings;

    private UndoPlanner(StoredState now, IReadOnlyList<ChangeRecord> records, long revision)
    {
        _now = now;
        _history = new SettingsHistory(now, records);
        _record = _history.Find(revision);
        (_before, _after) = _history.Around(_record);
    }

    /// <summary>Plans the undo against a snapshot of the store.</summary>
    /// <param name="now">All settings, with secrets.</param>
    /// <param name="records">The history, newest first.</param>
    /// <param name="revision">The revision to undo.</param>
    /// <exception cref="EmailSettingsException">Errors of <see cref="HistoryErrors"/>.</exception>
    public static UndoPlan Plan(StoredState now, IReadOnlyList<ChangeRecord> records, long revision)
    {
        var undo = new UndoPlanner(now, records, revision);
        undo.Servers();
        undo.Block(SettingBlocks.Basic, state => state.Basic);
        undo.Block(SettingBlocks.Attachments, state => state.Attachments);
        undo.Block(SettingBlocks.ErrorTexts, state => state.ErrorTexts);
        undo.Outgoing();
        undo.Secret(SecretKey.SmsPassword, SecretPurpose.SmsPassword, SecretPath.SmsPassword, isMoved: false);
        undo.Certificate();
        if (undo._faults.Count > 0) throw new EmailSettingsException(undo._faults);
        if (!undo._changedSettings) throw HistoryErrors.ChangeNotUndoable.Error("revision", revision, detail: undo.ReasonForNoChange());
        return new UndoPlan(
            new SettingsChange(string.Create(CultureInfo.InvariantCulture, $"revision {revision}"), undo._steps),
            [.. undo._lost.Select(purpose => SettingsWarnings.SecretNotUndone.At(purpose.ToString(), purpose))]);
    }

    private void Block<TBlock>(SettingBlock<TBlock> table, Func<StoredState, TBlock> of)
        where TBlock : notnull
    {
        var assignments = Assignments(table, table.Path, table.Path, of(_before.State), of(_after.State), of(_now));
        if (assignments.Count > 0) _steps.Add(new ChangeStep.Assign(table, assignments));
    }

    private void Outgoing()
    {
        var (before, now) = (_before.State.OutgoingServer, _now.OutgoingServer);
        var assignments = Assignments(SettingBlocks.Outgoing, SettingBlocks.Outgoing.Path, SettingBlocks.Outgoing.Path, before, _after.State.OutgoingServer, now);
        if (assignments.Count > 0) _steps.Add(new ChangeStep.Assign(SettingBlocks.Outgoing, assignments));
        var then = With(SettingBlocks.Outgoing, now, before, assignments);
        foreach (var (key, purpose, field) in new[]
        {
            (SecretKey.OutgoingPassword, SecretPurpose.OutgoingPassword, "password"), (SecretKey.OutgoingSecret, SecretPurpose.OutgoingSecret, "secret"),
        })
        {
            Secret(key, purpose, $"{SettingBlocks.Outgoing.Path}.{field}", OutgoingServerRules.TargetChanges(now, then, key).Length > 0);
        }
    }

    private void Servers()
    {
        var before = _before.State.IncomingServers.ToDictionary(server => server.Id);
        var after = _after.State.IncomingServers.ToDictionary(server => server.Id);

        // A server that was removed and restored by an undo has a new id but is the same for users.
        var now = ServerPairs.Of(_after.State.IncomingServers, _now.IncomingServers, server => server).Where(pair => pair is { Left: not null, Right: not null })
            .ToDictionary(pair => pair.Left!.Id, pair => pair.Right!);
        foreach (var added in after.Values.Where(server => !before.ContainsKey(server.Id))) Remove(added, now.GetValueOrDefault(added.Id));
        foreach (var kept in before.Values.Where(server => after.ContainsKey(server.Id)))
            Change(kept, after[kept.Id], now.GetValueOrDefault(kept.Id));
        foreach (var removed in before.Values.Where(server => !after.ContainsKey(server.Id))) Restore(removed);
    }

    private void Remove(IncomingMailServer added, IncomingMailServer? now)
    {
        _changedSettings = true;
        if (now is null)
        {
            Superseded(PathOf(added));
            return;
        }
        var key = SecretKey.Incoming(added.Id);
        var isSecretOther = now.Id == added.Id
            ? _after.LostSecrets.Contains(key) || _after.HasSecret(key) != _now.Secrets.ContainsKey(key)
            : _now.Secrets.ContainsKey(SecretKey.Incoming(now.Id));
        foreach (var field in SettingBlocks.Incoming.ValueFields.Where(field => !Same(field.GetPlain(added), field.GetPlain(now))))
            Superseded($"{PathOf(added)}.{field.JsonName}", $"{PathOf(now)}.{field.JsonName}");
        if (added.Name != now.Name) Superseded($"{PathOf(added)}.name");
        if (isSecretOther) Superseded(SecretPath.OfServer(PathOf(added)), SecretPath.OfServer(PathOf(now)));
        _steps.Add(new ChangeStep.RemoveServer(now.Name));
    }

    private void Change(IncomingMailServer before, IncomingMailServer after, IncomingMailServer? now)
    {
        var key = SecretKey.Incoming(before.Id);
        var isRenamed = before.Name != after.Name;
        var isChanged = isRenamed || SettingBlocks.Incoming.ValueFields.Any(field => !Same(field.GetPlain(before), field.GetPlain(after))) || IsRecorded(SecretPath.OfServer(PathOf(before)));
        if (!isChanged) return;
        if (now is null)
        {
            _changedSettings = true;
            Superseded(PathOf(after));
            return;
        }
        if (isRenamed)
        {
            _changedSettings = true;
            if (now.Name == after.Name) _steps.Add(new ChangeStep.RenameServer(now.Name, before.Name));
            else if (now.Name != before.Name) Superseded($"{PathOf(after)}.name");
        }
        var name = isRenamed ? before.Name : now.Name;
        var assignments = Assignments(SettingBlocks.Incoming, PathOf(after), PathOf(now), before, after, now);
        if (assignments.Count > 0) _steps.Add(new ChangeStep.AssignServer(name, ServerMatch.Existing, assignments));
        var isMoved = IncomingServerRules.TargetChanges(now, With(SettingBlocks.Incoming, now, before, assignments)).Length > 0;
        Secret(key, SecretPurpose.IncomingSecret(name), SecretPath.OfServer(PathOf(before)), isMoved);
    }

    private void Restore(IncomingMailServer removed)
    {
        _changedSettings = true;
        _steps.Add(new ChangeStep.AssignServer(removed.Name, ServerMatch.New,
            [.. SettingBlocks.Incoming.ValueFields.Select(field => new Assignment(field.Name, field.GetPlain(removed))).Where(assignment => assignment.Value is not null)]));
        if (_before.HasSecret(SecretKey.Incoming(removed.Id))) _lost.Add(SecretPurpose.IncomingSecret(removed.Name));
    }

    // A previous secret cannot be restored. A secret added by the change is removed; a replaced one stays, unless it would then
    // be sent to a target it was not entered for.
    private void Secret(SecretKey key, SecretPurpose purpose, string path, bool isMoved)
    {
        var isStored = _now.Secrets.ContainsKey(key);
        if (isMoved && isStored)
        {
            _steps.Add(new ChangeStep.RemoveSecret(purpose, MustExist: false));
            _lost.Add(purpose);
        }
        else if (IsRecorded(path) && !_before.HasSecret(key) && _after.HasSecret(key))
        {
            _changedSettings = true;
            if (_after.LostSecrets.Contains(key)) Superseded(path);
            else if (isStored) _steps.Add(new ChangeStep.RemoveSecret(purpose, MustExist: false));
        }
        else if (IsRecorded(path) && _before.HasSecret(key) && !(isStored && _after.LostSecrets.Contains(key)) && !(isStored && !_after.HasSecret(key)))
        {
            _lost.Add(purpose);
        }
    }

    private void Certificate()
    {
        var (before, after) = (_before.State.Certificate?.Thumbprint, _after.State.Certificate?.Thumbprint);
        if (before == after) return;
        if (before is null)
        {
            _faults.Add(HistoryErrors.ChangeNotUndoable.At("certificate", _record.Revision, detail: "it chose the first password certificate, which can only be replaced"));
            return;
        }
        _changedSettings = true;
        if (_now.Certificate?.Thumbprint == after) _steps.Add(new ChangeStep.FindCertificate(before));
        else if (_now.Certificate?.Thumbprint != before) Superseded("certificate");
    }

    private List<Assignment> Assignments<TBlock>(SettingBlock<TBlock> table, string pathAfter, string pathNow, TBlock before, TBlock after, TBlock now)
    {
        var assignments = new List<Assignment>();
        foreach (var field in table.ValueFields)
        {
            var (was, became, value) = (field.GetPlain(before), field.GetPlain(after), field.GetPlain(now));
            if (Same(was, became)) continue;
            _changedSettings = true;
            if (Same(value, became)) assignments.Add(new Assignment(field.Name, was));
            else if (!Same(value, was)) Superseded($"{pathAfter}.{field.JsonName}", $"{pathNow}.{field.JsonName}");
        }
        return assignments;
    }

    private static TBlock With<TBlock>(SettingBlock<TBlock> table, TBlock now, TBlock before, List<Assignment> assignments) =>
        assignments.Aggregate(now, (block, assignment) =>
        {
            var field = (SettingField<TBlock>)table.Find(assignment.Field)!;
            var value = field.Get(before);
            return field.With(block, value is int number ? (long)number : value);
        });

    private bool IsRecorded(string path) => _record.Changes.Any(change => change.Path == path);

    private void Superseded(string path, string? pathNow = null)
    {
        var later = _history.Records.TakeWhile(record => record.Revision > _record.Revision)
            .FirstOrDefault(record => record.Changes.Any(change => IsIn(change.Path, path) || IsIn(change.Path, pathNow ?? path)));
        _faults.Add(HistoryErrors.ChangeSuperseded.At(path, later?.Revision ?? _now.Revision, _record.Revision.ToString(CultureInfo.InvariantCulture)));
    }

    private string ReasonForNoChange()
    {
        if (_lost.Count > 0) return $"it removed or replaced {string.Join(", ", _lost)}, whose old values are not kept";
        return _record.Changes.Any(change => change.Path.EndsWith(".thumbprint", StringComparison.Ordinal))
            ? "it only re-encrypted secrets"
            : "it did not change any settings";
    }

    private static bool IsIn(string path, string place) => path == place || path.StartsWith($"{place}.", StringComparison.Ordinal);

    private static bool Same(object? left, object? right) => Equals(left, right);

    private static string PathOf(IncomingMailServer server) => SettingBlocks.PathOfServer(server.Name);
}
