using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.Rules;

/// <summary>What the fields of an incoming server ask for together.</summary>
internal static class IncomingServerRules
{
    private static readonly string[] Required =
        [nameof(IncomingMailServer.Address), nameof(IncomingMailServer.Authentication), nameof(IncomingMailServer.ClientId)];

    public static void Check(ChangeDraft draft, ServerDraft server)
    {
        var block = server.Block;
        var key = SecretKey.Incoming(server.Id);
        var purpose = SecretPurpose.IncomingSecret(server.Name);
        if (server.IsNew) CheckRequired(draft, block);

        // Under an authentication that could not be read, nothing can be said of the fields that depend on it.
        if (draft.HasFault($"{block.At}.authentication")) return;
        if (block.After.Authentication == IncomingAuthentication.OAuthUser) ForbidSecret(draft, block, key, purpose);
        else if (!draft.HasSecret(key)) draft.Warn(SettingsFindings.ClientSecretNotStored($"{block.Path}.secret", purpose));

        if (!server.IsNew && draft.KeepsSecret(key) && TargetChanges(block) is { Length: > 0 } changes)
            draft.Refuse(SettingsErrors.SecretRequiredAgain, block.At, block.Line, purpose, detail: changes);
    }

    private static void CheckRequired(ChangeDraft draft, BlockDraft<IncomingMailServer> block)
    {
        foreach (var name in Required.Where(name => !block.Names(name)))
        {
            var field = SettingBlocks.Incoming.Find(name)!;
            var path = $"{block.At}.{field.JsonName}";

            if (!draft.HasFault(path))
                draft.Refuse(SettingsErrors.ValueRequired, path, block.Line, limit: field.Type.Allowed, detail: "for an incoming mail server");
        }
    }

    private static void ForbidSecret(ChangeDraft draft, BlockDraft<IncomingMailServer> block, SecretKey key, SecretPurpose purpose)
    {
        foreach (var name in new[] { "Secret", nameof(IncomingMailServer.SecretExpires) }.Where(block.Names))
        {
            draft.Refuse(SettingsErrors.FieldNotForAuthentication, $"{block.At}.{SettingBlocks.Incoming.Find(name)!.JsonName}", block.Named[name],
                block.After.Authentication, nameof(IncomingAuthentication.OAuthService));
        }
        var removed = new List<string>();
        if (draft.KeepsSecret(key))
        {
            draft.DropSecret(key, purpose, $"{block.Path}.secret");
            removed.Add("secret");
        }
        if (block.After.SecretExpires is not null)
        {
            block.After = block.After with { SecretExpires = null };
            removed.Add("secretExpires");
        }
        if (removed.Count > 0)
            draft.Warn(SettingsWarnings.FieldsRemoved, block.Path, string.Join(", ", removed), block.After.Authentication.ToString());
    }

    private static string TargetChanges(BlockDraft<IncomingMailServer> block) => string.Join(", ", new[]
    {
        block.Before.Address != block.After.Address ? "address" : null,
        block.Before.ClientId != block.After.ClientId ? "clientId" : null,
    }.OfType<string>());
}
