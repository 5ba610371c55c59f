using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Compares the old state with the new one, field by field: what changed, and what to write.</summary>
internal sealed class ChangeComparison
{
    private readonly ChangeDraft _draft;
    private readonly List<FieldChange> _changes = [];
    private readonly List<StoreWrite> _writes = [];

    private ChangeComparison(ChangeDraft draft) => _draft = draft;

    public static PlannedChange Compare(SettingsChange change, ChangeDraft draft, IReadOnlyDictionary<SecretKey, StoredSecret> secrets)
    {
        var comparison = new ChangeComparison(draft);
        comparison.Block(SettingBlocks.Basic, draft.Basic, after => new StoreWrite.PutBasic(after));
        comparison.AttachmentsAndRestart();
        comparison.Block(SettingBlocks.ErrorTexts, draft.ErrorTexts, after => new StoreWrite.PutErrorTexts(after));
        comparison.Block(SettingBlocks.Outgoing, draft.Outgoing, after => new StoreWrite.PutOutgoing(after));
        comparison.Certificate();

        // Removals first, so that their names become free.
        foreach (var server in draft.Servers)
        {
            if (server.IsRemoved) comparison.RemovedServer(server);
        }
        foreach (var server in draft.Servers)
        {
            if (!server.IsTouched || server.IsRemoved) continue;
            if (server.IsNew) comparison.NewServer(server);
            else comparison.ChangedServer(server);
        }
        comparison.Secrets(secrets);
        comparison.Replacements();
        comparison.Access(draft.AccessBefore, draft.Access);

        // List removals before additions.
        var all = comparison._changes;
        List<FieldChange> changes = all.Exists(change => change.To is null) ? [.. all.Where(change => change.To is null), .. all.Where(change => change.To is not null)] : all;
        return new PlannedChange
        {
            BaseRevision = draft.Before.Revision,
            Action = () => ChangeDescription.Action(change, changes),
            Outcome = ChangeDescription.Outcome(change, changes),
            Changes = changes,
            Writes = comparison._writes,
            Warnings = draft.Warnings,
            Basis = new(draft.ReadBasis),
        };
    }

    private bool Block<TBlock>(SettingBlock<TBlock> table, BlockDraft<TBlock> block, Func<TBlock, StoreWrite> write)
    {
        if (!block.IsTouched) return false;
        var differs = Fields(table, block.Path, block.Before, block.After);
        if (differs) _writes.Add(write(block.After));
        return differs;
    }

    private bool Fields<TBlock>(SettingBlock<TBlock> table, string path, TBlock before, TBlock after)
    {
        var count = _changes.Count;
        foreach (var field in table.ValueFields)
        {
            if (!field.IsSame(before, after)) Add($"{path}.{field.JsonName}", field.GetPlain(before), field.GetPlain(after));
        }
        return _changes.Count > count;
    }

    private void AttachmentsAndRestart()
    {
        var block = _draft.Attachments;
        var isWritten = Block(SettingBlocks.Attachments, block, after => new StoreWrite.PutAttachments(after));
        if (Add("attachments.firstSaved", block.Before.FirstSaved, block.After.FirstSaved) && !isWritten)
            _writes.Add(new StoreWrite.PutAttachments(block.After));
        Add("attachments.restartRequired", _draft.Before.Restart is not null, _draft.Restart is not null);
        if (_draft.Restart != _draft.Before.Restart) _writes.Add(new StoreWrite.PutRestart(_draft.Restart));
    }

    private void Certificate()
    {
        if (_draft.Certificate is not { } certificate || certificate == _draft.Before.Certificate) return;
        if (!Add("certificate", _draft.Before.Certificate?.Thumbprint, certificate.Thumbprint))
            Add("certificate.location", _draft.Before.Certificate?.Location.ToString(), certificate.Location.ToString());
        _writes.Add(new StoreWrite.PutCertificate(certificate));
    }

    private void RemovedServer(ServerDraft server)
    {
        if (server.IsNew) return;
        var path = server.Path;
        foreach (var field in SettingBlocks.Incoming.ValueFields) Add($"{path}.{field.JsonName}", field.GetPlain(server.Before), null);
        Add($"{path}.name", server.Before.Name, null);
        _writes.Add(new StoreWrite.RemoveServer(server.Id));
    }

    private void NewServer(ServerDraft server)
    {
        var path = server.Path;
        Add($"{path}.name", null, server.Name);

        // A new server has no old values, not even enumeration defaults.
        foreach (var field in SettingBlocks.Incoming.ValueFields)
        {
            if (field.GetPlain(server.After) is { } value) Add($"{path}.{field.JsonName}", null, value);
        }
        _writes.Add(new StoreWrite.AddServer(server.After));
    }

    private void ChangedServer(ServerDraft server)
    {
        var path = server.Path;
        var isRenamed = Add($"{path}.name", server.Before.Name, server.Name);
        if (Fields(SettingBlocks.Incoming, path, server.Before, server.After) || isRenamed) _writes.Add(new StoreWrite.PutServer(server.After));
    }

    private void Secrets(IReadOnlyDictionary<SecretKey, StoredSecret> secrets)
    {
        foreach (var (key, entry) in _draft.Secrets)
        {
            var wasSet = _draft.Before.Secrets.TryGetValue(key, out var before);
            if (entry.IsRemoval ? !wasSet : entry.ProtectedText is not null && entry.ProtectedText == before?.ProtectedText) continue;
            _changes.Add(new FieldChange(PathOf(key), wasSet ? FieldChange.Masked : null, entry.IsRemoval ? null : FieldChange.Masked));
            _writes.Add(entry.IsRemoval ? new StoreWrite.RemoveSecret(key) : new StoreWrite.PutSecret(secrets[key]));
        }
    }

    private void Replacements()
    {
        foreach (var secret in _draft.Replacements)
        {
            Add($"{PathOf(secret.After.Key)}.thumbprint", secret.Before.Thumbprint, secret.After.Thumbprint);
            if (secret.NewTarget is { } target) Add($"{PathOf(secret.After.Key)}.target", null, target);
            _writes.Add(new StoreWrite.PutSecret(secret.After));
        }
    }

    private void Access(AccessRules before, AccessRules after)
    {
        if (ReferenceEquals(before, after)) return;
        foreach (var grant in before.Grants.Except(after.Grants))
        {
            _changes.Add(new FieldChange(AccessSteps.PathOf(grant), grant.Right, null));
            _writes.Add(new StoreWrite.RemoveGrant(grant.PrincipalId, grant.Right));
        }
        foreach (var grant in after.Grants.Except(before.Grants))
        {
            _changes.Add(new FieldChange(AccessSteps.PathOf(grant), null, grant.Right));
            _writes.Add(new StoreWrite.PutGrant(grant));
        }
        foreach (var each in before.Locks.Except(after.Locks))
        {
            Add($"locks.{each.Block}", true, false);
            _writes.Add(new StoreWrite.RemoveLock(each.Block));
        }
        foreach (var each in after.Locks.Except(before.Locks))
        {
            Add($"locks.{each.Block}", false, true);
            _writes.Add(new StoreWrite.PutLock(each));
        }
        if (Add("rights.enabled", before.IsEnabled, after.IsEnabled)) _writes.Add(new StoreWrite.PutAccess(after.IsEnabled));
    }

    private string PathOf(SecretKey key) => SecretPath.Of(key, id => _draft.FindServer(id)!.Path);

    private bool Add(string path, object? from, object? to)
    {
        var (left, right) = (Plain(from), Plain(to));
        if (Equals(left, right)) return false;
        _changes.Add(new FieldChange(path, left, right));
        return true;
    }

    private static object? Plain(object? value) => value is int number ? (long)number : value;
}
