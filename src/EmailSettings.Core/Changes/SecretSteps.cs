using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Steps that store or remove a secret by its purpose.</summary>
internal static class SecretSteps
{
    public static void Set(ChangeDraft draft, ChangeStep step, SecretPurpose purpose, SecretText? text, string? protectedText, bool mustExist = true)
    {
        var isRemoval = text is null && protectedText is null;
        var basis = purpose.ToString();
        SecretKey key;
        switch (purpose.Kind)
        {
            case SecretPurposeKind.OutgoingPassword:
                key = SecretKey.OutgoingPassword;
                Touch(draft.Outgoing, SettingBlocks.Outgoing.Get("Password"), isRemoval, step);
                break;
            case SecretPurposeKind.OutgoingSecret:
                key = SecretKey.OutgoingSecret;
                Touch(draft.Outgoing, SettingBlocks.Outgoing.Get("Secret"), isRemoval, step);
                break;
            case SecretPurposeKind.SmsPassword:
                key = SecretKey.SmsPassword;
                break;
            case SecretPurposeKind.IncomingSecret:
                if (draft.FindServer(purpose.ServerName!) is not { } server)
                {
                    draft.Refuse(SettingsErrors.IncomingServerNotFound, step.At ?? purpose.ToString(), step.Line, purpose.ServerName);
                    return;
                }
                key = SecretKey.Incoming(server.Id);

                // By path, because a server added by this change gets a new id whenever the change is planned.
                basis = SecretPath.OfServer(server.Path);
                Touch(server, SettingBlocks.Incoming.Get("Secret"), isRemoval, step);
                break;
            default:
                draft.Refuse(SecretErrors.PurposeUnknown, step.At ?? "purpose", step.Line, purpose);
                return;
        }
        if (isRemoval && mustExist && !draft.HasSecret(key))
        {
            draft.Refuse(SecretErrors.SecretNotFound, step.At ?? purpose.ToString(), step.Line, purpose);
            return;
        }
        draft.Basis[basis] = draft.Before.Secrets.GetValueOrDefault(key)?.ProtectedText;
        draft.Secrets[key] = new SecretEntry(purpose, text, protectedText, step.At ?? purpose.ToString(), step.Line);
    }

    /// <summary>Replaces secrets with re-encrypted ones.</summary>
    public static void Replace(ChangeDraft draft, IReadOnlyList<SecretReplacement> secrets)
    {
        draft.Basis["certificate"] = draft.Before.Certificate?.Thumbprint;
        foreach (var secret in secrets)
        {
            var now = draft.Before.Secrets.GetValueOrDefault(secret.Before.Key)?.ProtectedText;
            draft.Basis[secret.Purpose] = now;
            if (now != secret.Before.ProtectedText) continue;
            draft.Replacements.Add(secret);
            if (secret.Warning is { } warning) draft.Warn(warning);
        }
    }

    private static void Touch<TBlock>(BlockDraft<TBlock> block, SettingField<TBlock> field, bool isRemoval, ChangeStep step)
    {
        block.Touch();
        if (!isRemoval) block.Give(field, step.Line);
    }
}
