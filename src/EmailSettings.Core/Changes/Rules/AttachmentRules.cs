using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes.Rules;

/// <summary>What the attachment settings ask for together, and the restart that their change asks for.</summary>
internal static class AttachmentRules
{
    private const string Component = "Agent Server";

    public static void Check(ChangeDraft draft, DateTimeOffset now)
    {
        var block = draft.Attachments;
        if (!block.IsTouched) return;
        var folder = $"{block.At}.folder";
        if (block.After is { SaveToFolder: true, Folder: null } && !draft.HasFault(folder))
        {
            draft.Refuse(SettingsErrors.ValueRequired, folder, block.Line,
                limit: SettingBlocks.Attachments.Find(nameof(AttachmentSettings.Folder))!.Type.Allowed, detail: "when attachments are saved to a folder");
        }
        MarkRestart(draft, now);
    }

    private static void MarkRestart(ChangeDraft draft, DateTimeOffset now)
    {
        var block = draft.Attachments;
        if (!SettingBlocks.RestartFields.Any(field => draft.Basis.ContainsKey($"{block.Path}.{field.JsonName}"))) return;
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
