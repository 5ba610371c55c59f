using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.Rules;

/// <summary>Rules between the fields of the outgoing server.</summary>
internal static class OutgoingServerRules
{
    private static readonly SettingField<OutgoingMailServer>[] OAuthFields =
        [Field(nameof(OutgoingMailServer.Address)), Field(nameof(OutgoingMailServer.ClientId)), Field("Secret"), Field(nameof(OutgoingMailServer.SecretExpires))];

    private static readonly SettingField<OutgoingMailServer> Password = Field("Password");

    private static readonly SettingField<OutgoingMailServer> Authentication = Field(nameof(OutgoingMailServer.Authentication));

    public static void Check(ChangeDraft draft)
    {
        var block = draft.Outgoing;
        if (!block.IsTouched) return;

        // If the authentication is invalid, fields that depend on it cannot be checked.
        if (draft.HasFault(block, Authentication)) return;
        CheckForbidden(draft, block);
        if (block.After.Enabled) CheckRequired(draft, block);
        CheckTarget(draft, block, SecretKey.OutgoingPassword, SecretPurpose.OutgoingPassword);
        CheckTarget(draft, block, SecretKey.OutgoingSecret, SecretPurpose.OutgoingSecret);
        Warn(draft, block);
    }

    private static void CheckForbidden(ChangeDraft draft, BlockDraft<OutgoingMailServer> block)
    {
        var authentication = block.After.Authentication;
        var removed = new List<string>();
        foreach (var field in OAuthFields.Prepend(Password))
        {
            var owner = field == Password ? OutgoingAuthentication.Basic : OutgoingAuthentication.OAuthService;
            if (authentication == owner) continue;
            if (block.IsGiven(field))
                draft.Refuse(SettingsErrors.FieldNotForAuthentication, $"{block.At}.{field.JsonName}", block.LineOf(field), authentication, owner.ToString());
            else if (Remove(draft, block, field))
                removed.Add(field.JsonName);
        }
        if (removed.Count > 0)
            draft.Warn(SettingsWarnings.FieldsRemoved, block.Path, string.Join(", ", removed), authentication.ToString());
    }

    private static bool Remove(ChangeDraft draft, BlockDraft<OutgoingMailServer> block, SettingField<OutgoingMailServer> field)
    {
        if (field.IsSecret)
        {
            var (key, purpose) = SingleBlockSteps.OutgoingSecret(field);
            if (!draft.KeepsSecret(key)) return false;
            draft.DropSecret(key, purpose, $"{block.Path}.{field.JsonName}");
            return true;
        }
        if (field.Get(block.After) is null) return false;
        block.After = field.With(block.After, null);
        return true;
    }

    private static void CheckRequired(ChangeDraft draft, BlockDraft<OutgoingMailServer> block)
    {
        var needed = new List<string> { nameof(OutgoingMailServer.Host) };
        if (block.After.Authentication != OutgoingAuthentication.Anonymous) needed.Add(nameof(OutgoingMailServer.ServerUser));
        if (block.After.Authentication == OutgoingAuthentication.OAuthService)
            needed.AddRange([nameof(OutgoingMailServer.Address), nameof(OutgoingMailServer.ClientId)]);

        foreach (var field in needed.Select(Field))
        {
            if (field.Get(block.After) is not null || draft.HasFault(block, field)) continue;
            draft.Refuse(SettingsErrors.ValueRequired, $"{block.At}.{field.JsonName}", block.Line, limit: field.Type.Allowed,
                detail: $"when the outgoing server is enabled with authentication {block.After.Authentication}");
        }
    }

    /// <summary>Returns how the target of an outgoing secret changes; empty if it does not, and for other secrets.</summary>
    public static string TargetChanges(ChangeDraft draft, SecretKey key) => TargetChanges(draft.Outgoing.Before, draft.Outgoing.After, key);

    /// <inheritdoc cref="TargetChanges(ChangeDraft, SecretKey)"/>
    public static string TargetChanges(OutgoingMailServer before, OutgoingMailServer after, SecretKey key) => key.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretPurpose.OutgoingPassword.BoundTo(after).DifferencesFrom(SecretPurpose.OutgoingPassword.BoundTo(before)),
        SecretPurposeKind.OutgoingSecret => SecretPurpose.OutgoingSecret.BoundTo(after).DifferencesFrom(SecretPurpose.OutgoingSecret.BoundTo(before)),
        _ => "",
    };

    // A stored secret is sent only to the target it was entered for: otherwise whoever may change the target could have it sent
    // to their own server.
    private static void CheckTarget(ChangeDraft draft, BlockDraft<OutgoingMailServer> block, SecretKey key, SecretPurpose purpose)
    {
        if (draft.KeepsSecret(key) && TargetChanges(draft, key) is { Length: > 0 } changes)
            draft.Refuse(SettingsErrors.SecretRequiredAgain, block.At, block.Line, purpose, detail: changes);
    }

    private static void Warn(ChangeDraft draft, BlockDraft<OutgoingMailServer> block)
    {
        var after = block.After;
        WarnAboveCap(draft, block, Field(nameof(after.MaxEmailSizeMB)), after.MaxEmailSizeMB, BasicSettings.FixedMaxSentSizeMB);
        WarnAboveCap(draft, block, Field(nameof(after.MaxAttachmentSizeMB)), after.MaxAttachmentSizeMB, BasicSettings.FixedMaxSentAttachmentMB);
        if (after is { Authentication: OutgoingAuthentication.Basic, UseSsl: false })
            draft.Warn(SettingsWarnings.BasicWithoutSsl, $"{block.Path}.useSsl");
        if (after.Authentication == OutgoingAuthentication.Basic && !draft.HasSecret(SecretKey.OutgoingPassword))
            draft.Warn(SettingsFindings.PasswordNotStored(SecretPath.OutgoingPassword, SecretPurpose.OutgoingPassword));
        if (after.Authentication == OutgoingAuthentication.OAuthService && !draft.HasSecret(SecretKey.OutgoingSecret))
            draft.Warn(SettingsFindings.ClientSecretNotStored(SecretPath.OutgoingSecret, SecretPurpose.OutgoingSecret));
    }

    private static void WarnAboveCap(ChangeDraft draft, BlockDraft<OutgoingMailServer> block, SettingField field, int? value, int cap)
    {
        if (value > cap && block.IsGiven(field))
        {
            draft.Warn(DeliveryFindings.LimitsAboveFixedCap, $"{block.Path}.{field.JsonName}", value,
                cap.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static SettingField<OutgoingMailServer> Field(string name) => SettingBlocks.Outgoing.Get(name);
}
