using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.Rules;

/// <summary>Rules between the fields of an incoming server.</summary>
internal static class IncomingServerRules
{
    private static readonly SettingField<IncomingMailServer> Authentication = SettingBlocks.Incoming.Get(nameof(IncomingMailServer.Authentication));

    private static readonly SettingField<IncomingMailServer>[] Required =
        [SettingBlocks.Incoming.Get(nameof(IncomingMailServer.Address)), Authentication, SettingBlocks.Incoming.Get(nameof(IncomingMailServer.ClientId))];

    private static readonly SettingField<IncomingMailServer>[] OfServices =
        [SettingBlocks.Incoming.Get("Secret"), SettingBlocks.Incoming.Get(nameof(IncomingMailServer.SecretExpires))];

    public static void Check(ChangeDraft draft, ServerDraft server)
    {
        var key = SecretKey.Incoming(server.Id);
        if (server.IsNew) CheckRequired(draft, server);

        // If the authentication is invalid, fields that depend on it cannot be checked.
        if (draft.HasFault(server, Authentication)) return;
        if (server.After.Authentication == IncomingAuthentication.OAuthUser) ForbidSecret(draft, server, key);
        else if (!draft.HasSecret(key)) draft.Warn(SettingsFindings.ClientSecretNotStored(SecretPath.OfServer(server.Path), SecretPurpose.IncomingSecret(server.Name)));

        if (!server.IsNew && draft.KeepsSecret(key) && TargetChanges(server.Before, server.After) is { Length: > 0 } changes)
            draft.Refuse(SettingsErrors.SecretRequiredAgain, server.At, server.Line, SecretPurpose.IncomingSecret(server.Name), detail: changes);
    }

    private static void CheckRequired(ChangeDraft draft, ServerDraft server)
    {
        foreach (var field in Required)
        {
            if (!server.IsGiven(field) && !draft.HasFault(server, field))
                draft.Refuse(SettingsErrors.ValueRequired, $"{server.At}.{field.JsonName}", server.Line, limit: field.Type.Allowed, detail: "for an incoming mail server");
        }
    }

    private static void ForbidSecret(ChangeDraft draft, ServerDraft server, SecretKey key)
    {
        foreach (var field in OfServices)
        {
            if (!server.IsGiven(field)) continue;
            draft.Refuse(SettingsErrors.FieldNotForAuthentication, $"{server.At}.{field.JsonName}", server.LineOf(field),
                server.After.Authentication, nameof(IncomingAuthentication.OAuthService));
        }
        if (!draft.KeepsSecret(key) && server.After.SecretExpires is null) return;
        var removed = new List<string>();
        if (draft.KeepsSecret(key))
        {
            draft.DropSecret(key, SecretPurpose.IncomingSecret(server.Name), SecretPath.OfServer(server.Path));
            removed.Add("secret");
        }
        if (server.After.SecretExpires is not null)
        {
            server.After = server.After with { SecretExpires = null };
            removed.Add("secretExpires");
        }
        draft.Warn(SettingsWarnings.FieldsRemoved, server.Path, string.Join(", ", removed), server.After.Authentication.ToString());
    }

    /// <summary>Returns how the target of a server's secret changes; empty if it does not.</summary>
    public static string TargetChanges(IncomingMailServer before, IncomingMailServer after) => string.Join(", ", new[]
    {
        before.Address != after.Address ? "address" : null,
        before.ClientId != after.ClientId ? "clientId" : null,
    }.OfType<string>());
}
