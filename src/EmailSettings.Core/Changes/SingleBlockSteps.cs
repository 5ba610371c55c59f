using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Steps on the four blocks that exist once.</summary>
internal static class SingleBlockSteps
{
    public static void Assign(ChangeDraft draft, SettingBlock block, ChangeStep step, IReadOnlyList<Assignment> assignments)
    {
        switch (block)
        {
            case SettingBlock<BasicSettings> table:
                new FieldAssigner<BasicSettings>(draft, table, draft.Basic).Assign(step, assignments);
                break;
            case SettingBlock<AttachmentSettings> table:
                new FieldAssigner<AttachmentSettings>(draft, table, draft.Attachments).Assign(step, assignments);
                break;
            case SettingBlock<ErrorTexts> table:
                new FieldAssigner<ErrorTexts>(draft, table, draft.ErrorTexts).Assign(step, assignments);
                break;
            case SettingBlock<OutgoingMailServer> table:
                Outgoing(draft, table).Assign(step, assignments);
                break;
            default:
                throw new ArgumentException($"'{block.Path}' is no single block.", nameof(block));
        }
    }

    public static void Reset(ChangeDraft draft, SettingBlock block, IReadOnlyList<string>? fields)
    {
        switch (block)
        {
            case SettingBlock<BasicSettings> table:
                Reset(draft, table, new(draft, table, draft.Basic), BasicSettings.Default, fields);
                break;
            case SettingBlock<AttachmentSettings> table:
                Reset(draft, table, new(draft, table, draft.Attachments), AttachmentSettings.Default, fields);
                break;
            case SettingBlock<ErrorTexts> table:
                Reset(draft, table, new(draft, table, draft.ErrorTexts), ErrorTexts.Default, fields);
                break;
            case SettingBlock<OutgoingMailServer> table:
                Reset(draft, table, Outgoing(draft, table), OutgoingMailServer.Default, fields);
                break;
            default:
                throw new ArgumentException($"'{block.Path}' is no single block.", nameof(block));
        }
    }

    public static (SecretKey Key, SecretPurpose Purpose) OutgoingSecret(SettingField field) => field.Name == "Password"
        ? (SecretKey.OutgoingPassword, SecretPurpose.OutgoingPassword)
        : (SecretKey.OutgoingSecret, SecretPurpose.OutgoingSecret);

    private static FieldAssigner<OutgoingMailServer> Outgoing(ChangeDraft draft, SettingBlock<OutgoingMailServer> table) =>
        new(draft, table, draft.Outgoing, static (_, field) => OutgoingSecret(field));

    private static void Reset<TBlock>(
        ChangeDraft draft, SettingBlock<TBlock> table, FieldAssigner<TBlock> assigner, TBlock defaults, IReadOnlyList<string>? names)
    {
        foreach (var name in names ?? [.. table.Fields.Where(field => !field.IsFixed).Select(field => field.Name)])
        {
            if (table.Find(name) is SettingField<TBlock> { IsFixed: false } field) assigner.Reset(field, defaults);
            else draft.Refuse(SettingsErrors.FieldUnknown, table.Path, null, name, table.FieldNames, NameSuggestion.Hint(table.FindNearest(name)?.JsonName));
        }
    }
}
