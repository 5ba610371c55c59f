using EmailSettings.Core.Changes.Rules;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Changes;

/// <summary>Works out what the content of a backup does to a state. Touches no store.</summary>
internal static class RestorePlanner
{
    /// <summary>
    /// The change that gives a store the settings and secrets of a backup. A secret stays out, with a warning, where its
    /// target in the backup is another one than in the store: it would go where it was not entered for.
    /// </summary>
    /// <param name="store">All of the store; null where it is damaged.</param>
    /// <param name="content">All of the backup, checked.</param>
    /// <param name="path">Where the backup comes from.</param>
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

            // What was shown would no longer be what is done, so whatever changes meanwhile is in its way.
            Basis = new(new Dictionary<string, object?> { ["The store"] = before.Revision }),
            Content = content,
            TakesDamagedPlace = store is null,
        };
    }

    private static string Action(string path, List<FieldChange> changes, bool isDamaged) =>
        $"replace all settings and secrets by those of the backup '{DisplayText.Shorten(path, 200)}'"
        + (isDamaged ? ", after the damaged store is set aside" : "")
        + (changes.Count == 0 ? "; no field changes" : $"; {ChangeDescription.List(changes)}");

    private static void Replace<TBlock>(BlockDraft<TBlock> block, TBlock after)
    {
        block.After = after;
        block.Touch();
    }

    /// <returns>The servers that come under another name: taken away first, their names are free for each other.</returns>
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

    // Where the store has no target yet, there is none to differ from.
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
