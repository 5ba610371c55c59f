using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Assigns values to fields of a block, according to the field table.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="draft">The state being changed.</param>
/// <param name="block">The definition of the block.</param>
/// <param name="target">The block being changed.</param>
/// <param name="secretOf">Returns the key and purpose of a secret field of the block.</param>
/// <param name="repeated">Caches values shared by blocks of a list.</param>
internal readonly struct FieldAssigner<TBlock>(
    ChangeDraft draft, SettingBlock<TBlock> block, BlockDraft<TBlock> target,
    Func<TBlock, SettingField, (SecretKey Key, SecretPurpose Purpose)>? secretOf = null, ParsedValueCache? repeated = null)
{
    public void Assign(ChangeStep step, IReadOnlyList<Assignment> assignments)
    {
        target.Touch(step);
        var seen = 0u;
        for (var i = 0; i < assignments.Count; i++)
        {
            var assignment = assignments[i];
            var line = assignment.Line ?? step.Line;
            if (block.Find(assignment.Field) is not SettingField<TBlock> field)
            {
                RefuseUnknown(assignment.Field, line);
                continue;
            }
            var bit = 1u << field.Ordinal;
            if ((seen & bit) != 0) draft.Refuse(SettingsErrors.FieldTwice, $"{target.At}.{field.JsonName}", line);
            else Assign(field, assignment.Value, line, step.FromText);
            seen |= bit;
        }
    }

    /// <summary>Resets a field to its value in <paramref name="defaults"/>.</summary>
    public void Reset(SettingField<TBlock> field, TBlock defaults)
    {
        target.Touch();
        target.Mark(field);
        if (secretOf is not null && field.IsSecret) RemoveSecret(field);
        else target.After = field.With(target.After, Boxed(field.Get(defaults)));
    }

    // The field that was probably meant is not also missing.
    private void RefuseUnknown(string name, int? line)
    {
        var meant = block.FindNearest(name);
        draft.Refuse(SettingsErrors.FieldUnknown, target.At, line, name, block.FieldNames, NameSuggestion.Hint(meant?.JsonName));
        if (meant is not null) draft.MarkFault(target, meant);
    }

    private void Assign(SettingField<TBlock> field, object? value, int? line, bool fromText)
    {
        // Only on the command line an empty text means "clear"; elsewhere null does, and an empty text is a value.
        if (value is null || (fromText && value is ""))
        {
            Clear(field, line);
            return;
        }
        if (Read(field, value, line, fromText) is not { } typed || field.IsFixed) return;

        target.Mark(field);
        target.Give(field, line);
        if (!field.IsSecret) target.After = field.With(target.After, typed);
        else SetSecret(field, typed, line);
    }

    private object? Read(SettingField<TBlock> field, object value, int? line, bool fromText)
    {
        if (repeated?.Find(field, value) is { } known) return known;
        var typed = field.Type.Read(new FieldInput(new FieldPath(target, field.JsonName), value, fromText, draft.Faults) { Line = line });
        if (typed is not null) repeated?.Keep(field, value, typed);
        return typed;
    }

    private void Clear(SettingField<TBlock> field, int? line)
    {
        if (!field.Clearable || field.IsFixed)
        {
            draft.Refuse(SettingsErrors.ValueNotClearable, $"{target.At}.{field.JsonName}", line, limit: field.Type.Allowed);
            return;
        }
        target.Mark(field);
        if (field.IsSecret) RemoveSecret(field);
        else target.After = field.With(target.After, null);
    }

    private void SetSecret(SettingField<TBlock> field, object typed, int? line)
    {
        var (key, purpose) = secretOf!(target.After, field);
        draft.Secrets[key] = new SecretEntry(purpose, typed as SecretText, typed as string, $"{target.At}.{field.JsonName}", line);
    }

    private void RemoveSecret(SettingField<TBlock> field)
    {
        var (key, purpose) = secretOf!(target.After, field);
        draft.Secrets[key] = new SecretEntry(purpose, null, null, $"{target.Path}.{field.JsonName}");
    }

    private static object? Boxed(object? value) => value is int number ? (long)number : value;
}
