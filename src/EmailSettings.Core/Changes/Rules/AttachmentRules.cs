using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes.Rules;

/// <summary>Rules of the attachment settings, and the restart that their change requires.</summary>
internal static class AttachmentRules
{
    private const string Component = "Agent Server";

    private static readonly SettingField<AttachmentSettings> Folder = SettingBlocks.Attachments.Get(nameof(AttachmentSettings.Folder));

    public static void Check(ChangeDraft draft, DateTimeOffset now)
    {
        var block = draft.Attachments;
        if (!block.IsTouched) return;
        if (block.After is { SaveToFolder: true, Folder: null } && !draft.HasFault(block, Folder))
        {
            draft.Refuse(SettingsErrors.ValueRequired, $"{block.At}.{Folder.JsonName}", block.Line, limit: Folder.Type.Allowed, detail: "when attachments are saved to a folder");
        }
        MarkRestart(draft, now);
    }

    private static void MarkRestart(ChangeDraft draft, DateTimeOffset now)
    {
        var block = draft.Attachments;
        if (!SettingBlocks.RestartFields.Any(block.IsNamed)) return;
        if (!block.Before.FirstSaved)
        {
            block.After = block.After with { FirstSaved = true };
            return;
        }
        var changed = SettingBlocks.RestartFields
            .Where(field => !Equals(field.GetPlain(block.Before), field.GetPlain(block.After)))
            .Select(field => field.JsonName).ToList();
        if (changed.Count == 0) return;

        var mark = draft.Restart ?? new RestartMark(Component, [], now);
        draft.Restart = mark with { Fields = [.. mark.Fields.Union(changed)] };
        draft.Warn(SettingsWarnings.RestartRequired, Component, string.Join(", ", changed));
    }
}
