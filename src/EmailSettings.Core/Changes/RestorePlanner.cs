using EmailSettings.Core.Changes.Rules;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Changes;

/// <summary>Plans the restore of a backup. Does not access the store.</summary>
internal static class RestorePlanner
{
    /// <summary>
    /// Plans the replacement of a store's settings and secrets by those of a backup. A secret whose target differs between backup
    /// and store is omitted with a warning, since it was not entered for that target.
    /// </summary>
    /// <param name="store">The whole store; null if it is damaged.</param>
    /// <param name="content">The validated content of the backup.</param>
    /// <param name="path">The path of the backup.</param>
    public static PlannedRestore Plan(StoredState? store, StoreContent content, string path)
    {
        var before = store ?? new StoredState();
        var after = content.State;
        var draft = new ChangeDraft(before) { Restart = after.Restart };
        Replace(draft.Basic, after.Basic);
        Replace(draft.Attachments, after.Attachments);
        Replace(draft.ErrorTexts, after.ErrorTexts);
        Replace(draft.Outgoing, after.OutgoingServer);
        var renamed = ReplaceServers(draft, after.IncomingServers);
        ReplaceSecrets(draft, after);

        var plan = ChangeComparison.Compare(new SettingsChange("store", []), draft, after.Secrets);
        var (changes, writes) = (plan.Changes.ToList(), renamed.Select(id => (StoreWrite)new StoreWrite.RemoveServer(id)).Concat(plan.Writes).ToList());
        if (content.Certificate != before.Certificate?.Thumbprint)
        {
            changes.Add(new FieldChange("certificate", before.Certificate?.Thumbprint, content.Certificate));
            writes.Add(new StoreWrite.ChooseCertificate(content.Certificate));
        }
        return new PlannedRestore
        {
            BaseRevision = before.Revision,
            Action = () => Action(path, changes, isDamaged: store is null),
            Outcome = $"Restored the store from {path}",
            Changes = [new FieldChange("store", null, $"restored from {path}"), .. changes],
            Writes = writes,
            Warnings = plan.Warnings,

            // Any change meanwhile is a conflict, because the confirmed changes would no longer be accurate.
            Basis = new(new Dictionary<string, object?> { ["The store"] = before.Revision }),
            Content = content,
            ReplacesDamagedStore = store is null,
        };
    }

    private static string Action(string path, List<FieldChange> changes, bool isDamaged) =>
        $"replace all settings and secrets with those of the backup '{DisplayText.Shorten(path, 200)}'"
        + (isDamaged ? ", after moving the damaged store aside" : "")
        + (changes.Count == 0 ? "; no field changes" : $"; {ChangeDescription.List(changes)}");

    private static void Replace<TBlock>(BlockDraft<TBlock> block, TBlock after)
    {
        block.After = after;
        block.Touch();
    }

    /// <returns>The renamed servers: they are removed first, so that their names become free.</returns>
    private static List<Guid> ReplaceServers(ChangeDraft draft, IReadOnlyList<IncomingMailServer> servers)
    {
        var renamed = new List<Guid>();
        var there = draft.Servers.ToDictionary(server => server.Id);
        var kept = servers.Select(server => server.Id).ToHashSet();
        foreach (var server in there.Values.Where(server => !kept.Contains(server.Id))) server.IsRemoved = true;
        foreach (var server in servers)
        {
            var draftOf = there.GetValueOrDefault(server.Id) ?? draft.AddServer(server);
            if (!ServerName.Comparer.Equals(draftOf.Name, server.Name)) renamed.Add(server.Id);
            Replace(draftOf, server);
        }
        return renamed;
    }

    private static void ReplaceSecrets(ChangeDraft draft, StoredState after)
    {
        var servers = draft.Servers.ToDictionary(server => server.Id);
        foreach (var key in draft.Before.Secrets.Keys.Union(after.Secrets.Keys).ToList())
        {
            var server = key.ServerId is { } id ? servers.GetValueOrDefault(id) : null;
            if (key.ServerId is not null && server is null) continue;
            var purpose = PurposeOf(key, server);
            var text = after.Secrets.GetValueOrDefault(key)?.ProtectedText;
            if (text is not null && TargetChanges(draft, key, server) is { Length: > 0 } changes)
            {
                draft.Warn(SettingsWarnings.SecretNotRestored, purpose.ToString(), purpose, detail: changes);
                text = null;
            }
            if (text is not null || draft.Before.Secrets.ContainsKey(key)) draft.Secrets[key] = new SecretEntry(purpose, null, text, purpose.ToString());
        }
    }

    // If the store has no target yet, there is nothing to differ from.
    private static string TargetChanges(ChangeDraft draft, SecretKey key, ServerDraft? server) => server switch
    {
        { IsNew: true } => "",
        { } => IncomingServerRules.TargetChanges(server.Before, server.After),
        null when draft.Before.OutgoingServer.Host is null => "",
        null => OutgoingServerRules.TargetChanges(draft, key),
    };

    private static SecretPurpose PurposeOf(SecretKey key, ServerDraft? server) => key.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretPurpose.OutgoingPassword,
        SecretPurposeKind.OutgoingSecret => SecretPurpose.OutgoingSecret,
        SecretPurposeKind.SmsPassword => SecretPurpose.SmsPassword,
        _ => SecretPurpose.IncomingSecret(server!.Name),
    };
}
